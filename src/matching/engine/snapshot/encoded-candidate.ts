/** A candidate in numbers of the vocabulary. */
export interface EncodedCandidate {
  /** The parts of the score that the candidate's data says anything about, as in partBits. */
  statedParts: number;
  trades: number[];
  /** Years by occupation, as they count on the date; NaN if not given. */
  years: number[];
  skills: number[];
  /** Languages, as languageWord encodes them. */
  languages: number[];
  education: number;
  /** The field's number in the vocabulary plus one; 0 for none. */
  educationField: number;
  licences: number[];
  desiredCountries: number[];
  desiredCodes: number[];
  permitCategories: number[];
  /** The number of the pay that the candidate wishes for; empty for none. */
  desiredPay: number[];
  availableFrom: number;
  availableUntil: number;
  consents: number;
  /** Whether the candidate went home after a stay. */
  returned: boolean;
  preference: number[];
  nationalities: number[];
}
