import type { AdElement, Advertisement } from '../vacancies/formats/vacancy-draft.ts';
import type { Law } from './law/law-rule.ts';

/**
 * The facts that the rules and the score may know. Missing data is null or an empty list, never a
 * guess.
 */

/** A language as an ISO 639-1 code with CEFR ranks, A1 = 1 ... C2 = 6. */
export interface LanguageFact {
  code: string;
  /** The overall rank, which the language gate compares. */
  rank: number;
  /** The ranks in the order of `cefrDimensions`; absent if every dimension is at `rank`. */
  ranks?: readonly number[];
}

export interface VacancyFacts {
  id: string;
  /** ISO 3166-1 alpha-2 code of the place of work. */
  state: string;
  open: boolean;
  /** The last day on which the employer accepts applications; null if none was stated. */
  openUntilOn: string | null;
  /** ISCO-08 codes of 1 to 4 digits. */
  isco: readonly string[];
  /** ESCO occupation URIs. */
  esco: readonly string[];
  /** NACE code: section letter, division, then the rest, as in `F43.21`. */
  nace: string | null;
  /** NUTS codes of the places of work; an empty one if a further place is not known. */
  regions: readonly string[];
  permitCategory: string;
  requiredLanguages: readonly LanguageFact[];
  wishedLanguages: readonly LanguageFact[];
  /** ESCO URIs, or words in lower case. */
  essentialSkills: readonly string[];
  optionalSkills: readonly string[];
  experienceYears: number | null;
  /** EQF level, 1 to 8. */
  educationLevel: number | null;
  /** ISCED-F 2013 code of 2 to 4 digits; absent if the vacancy asks for none. */
  educationField?: string;
  licences: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  advertising: readonly AdvertisingFact[];
  /** The elements that the vacancy states, out of those that a labour-market test may require. */
  content: readonly AdElement[];
  /** The minimum pay for a year; null when unknown. */
  annualPay: Amount | null;
  /** The minimum pay for an hour; absent if no hourly pay is stated. */
  hourlyPay?: Amount;
}

export interface Amount {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** The minimum pay that the candidate wishes for. */
export interface PayWish extends Amount {
  per: 'year' | 'hour';
}

/** Where and when the vacancy was advertised, or a job centre was asked. */
export type AdvertisingFact = Omit<Advertisement, 'adId'>;

export interface OccupationFact {
  isco: string | null;
  esco: string | null;
  years: number | null;
  /** The last day of that work; absent if the candidate gave none. */
  lastWorkedOn?: string;
}

export interface ConsentFact {
  countries: readonly string[];
  sections: readonly string[];
  givenOn: string;
  expiresOn: string;
  withdrawn: boolean;
}

export interface CandidateFacts {
  id: string;
  nationalities: readonly string[];
  residenceCountry: string | null;
  /** The region as the agency wrote it. */
  residenceRegion: string | null;
  /** States where the candidate lives lawfully with access to the labour market. */
  residencePermits: readonly string[];
  /**
   * Whether the candidate is a family member of an EU citizen, with derived rights (Directive
   * 2004/38/EC).
   */
  euFamilyMember: boolean;
  /** The eighteenth birthday; null when the birth date is unknown. */
  ofAgeOn: string | null;
  consents: readonly ConsentFact[];
  /**
   * The work that the candidate did or trained for, whatever they consented to share. Only the
   * gates read it. Consent limits what employers see and what is scored, not what protects the
   * partner country.
   */
  trades: readonly OccupationFact[];
  occupations: readonly OccupationFact[];
  skills: readonly string[];
  languages: readonly LanguageFact[];
  educationLevel: number | null;
  educationField: string | null;
  licences: readonly string[];
  desiredCountries: readonly string[];
  desiredOccupations: readonly string[];
  permitCategories: readonly string[];
  desiredPay: PayWish | null;
  availableFromOn: string | null;
  availableUntilOn: string | null;
  /** Whether the candidate came before, kept the terms and verifiably went home. */
  returnedBefore: boolean;
}

export interface PartnershipFact {
  id: string;
  partnerCountry: string;
  components: readonly string[];
  circularExemption: boolean;
}

/** Work that a partner country closed: a sector that it named, or one whose cap is reached. */
export interface PressedSectorFact {
  partnerCountry: string;
  source: 'partner' | 'cap';
  /** `any`: a cap without an occupation, so all work. */
  scheme: 'isco' | 'nace' | 'esco' | 'any';
  code: string;
  reason: string;
  startsOn: string;
  effects: readonly string[];
  /** The region of the partner country; null for the whole country. */
  region: string | null;
  /**
   * Seats left under an agreement that reopens the sector to this state; null without such an
   * agreement. Can be negative.
   */
  exceptionLeft: number | null;
}

/** A national offer that covers the vacancy. */
export interface QuotaFact {
  id: string;
  partnerCountry: string;
  remaining: number;
}

/** What applies in the state of the vacancy on the day of the decision. */
export interface StateFacts {
  /** The date of the decision, `yyyy-mm-dd`. */
  on: string;
  law: Law;
  partnerships: readonly PartnershipFact[];
  pressedSectors: readonly PressedSectorFact[];
  quotas: readonly QuotaFact[];
  /** How many fit candidates of tiers 0, 0t and 1 the employer has not dealt with yet. */
  fitDomesticLeft: number;
}

/** Everything that one decision depends on. */
export interface Facts {
  vacancy: VacancyFacts;
  candidate: CandidateFacts;
  state: StateFacts;
}
