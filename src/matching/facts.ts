import type { AdElement, Advertisement } from '../vacancies/formats/vacancy-draft.ts';
import type { Law } from './law/law-rule.ts';

/** What the rules and the score may know. Missing data is null or an empty list, never a guess. */

/** ISO 639-1 and a CEFR rank, A1 = 1 ... C2 = 6. */
export interface LanguageFact {
  code: string;
  /** In all, as the gate has it. */
  rank: number;
  /** By dimension, in the order of `cefrDimensions`; absent where each is `rank`. */
  ranks?: readonly number[];
}

export interface VacancyFacts {
  id: string;
  /** ISO 3166-1 alpha-2 of the place of work. */
  state: string;
  open: boolean;
  /** Last day on which an application is taken; null while none was stated. */
  openUntilOn: string | null;
  /** ISCO-08, 1 to 4 digits. */
  isco: readonly string[];
  /** ESCO occupation URIs. */
  esco: readonly string[];
  /** Section letter, division, then the rest: `F43.21`. */
  nace: string | null;
  /** NUTS codes of the places. */
  regions: readonly string[];
  permitCategory: string;
  requiredLanguages: readonly LanguageFact[];
  wishedLanguages: readonly LanguageFact[];
  /** ESCO URIs, or words in lower case. */
  essentialSkills: readonly string[];
  optionalSkills: readonly string[];
  experienceYears: number | null;
  /** EQF 1 to 8. */
  educationLevel: number | null;
  /** ISCED-F 2013, 2 to 4 digits; absent where none is asked. */
  educationField?: string;
  licences: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  advertising: readonly AdvertisingFact[];
  /** What the vacancy itself tells of what a test may ask for. */
  content: readonly AdElement[];
  /** The least pay of a year; null when unknown. */
  annualPay: Amount | null;
  /** The least pay of an hour; absent where it is not stated by the hour. */
  hourlyPay?: Amount;
}

export interface Amount {
  amount: number;
  /** ISO 4217. */
  currency: string;
}

/** The least pay that a person wishes for. */
export interface PayWish extends Amount {
  per: 'year' | 'hour';
}

/** Where and when the vacancy was shown, or the job centre asked. */
export type AdvertisingFact = Omit<Advertisement, 'adId'>;

export interface OccupationFact {
  isco: string | null;
  esco: string | null;
  years: number | null;
  /** The last day of that work; absent where it is not told. */
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
  /** As the agency writes it. */
  residenceRegion: string | null;
  /** States where the person lawfully lives with access to the labour market. */
  residencePermits: readonly string[];
  /** A family member of an EU citizen with derived rights (Directive 2004/38/EC). */
  euFamilyMember: boolean;
  /** The eighteenth birthday; null when the birth date is unknown. */
  ofAgeOn: string | null;
  consents: readonly ConsentFact[];
  /**
   * What the person works or trained in, for the gates alone: consent narrows what is shared with
   * employers and scored, not what protects the partner country.
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
  /** Came, kept the terms and verifiably went home before. */
  returnedBefore: boolean;
}

export interface PartnershipFact {
  id: string;
  partnerCountry: string;
  components: readonly string[];
  circularExemption: boolean;
}

/** What a partner country closed: a sector that it named, or one whose cap is reached. */
export interface PressedSectorFact {
  partnerCountry: string;
  source: 'partner' | 'cap';
  /** `any`: all work, of a cap without an occupation. */
  scheme: 'isco' | 'nace' | 'esco' | 'any';
  code: string;
  reason: string;
  startsOn: string;
  effects: readonly string[];
  /** Where in the partner country; null for all of it. */
  region: string | null;
  /** Seats left of an agreement that re-opens it for this state; null without one. */
  exceptionLeft: number | null;
}

/** A national offer that covers the vacancy. */
export interface QuotaFact {
  id: string;
  partnerCountry: string;
  remaining: number;
}

/** What holds in the state of the vacancy on the day of the decision. */
export interface StateFacts {
  /** The date of the decision, `yyyy-mm-dd`. */
  on: string;
  law: Law;
  partnerships: readonly PartnershipFact[];
  pressedSectors: readonly PressedSectorFact[];
  quotas: readonly QuotaFact[];
  /** How many fit people of tiers 0 and 1 are left for the vacancy. */
  fitDomesticLeft: number;
}

/** Everything that one decision rests on. */
export interface Facts {
  vacancy: VacancyFacts;
  candidate: CandidateFacts;
  state: StateFacts;
}
