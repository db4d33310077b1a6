/** One person in numbers of the vocabulary. */
export interface EncodedCandidate {
  /** The parts of the score on which anything is on record. */
  told: number;
  trades: number[];
  /** As they count on the date; NaN for none told. */
  years: number[];
  skills: number[];
  /** See languageWord. */
  languages: number[];
  education: number;
  /** One more than its number in the vocabulary; 0 for none told. */
  educationField: number;
  licences: number[];
  desiredCountries: number[];
  desiredCodes: number[];
  permitCategories: number[];
  /** The number of the pay wished for, if any is. */
  desiredPay: number[];
  availableFrom: number;
  availableUntil: number;
  consents: number;
  /** Whether they went home after a stay. */
  returned: boolean;
  preference: number[];
  nationalities: number[];
}
