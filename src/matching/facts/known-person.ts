import type {
  DesiredPay,
  OwnLanguage,
  OwnSkill,
  PersonalRight,
  PreviousStay,
  WorkedOccupation,
} from '../../candidates/formats/candidate-draft.ts';

/** A consent to be matched. Dates are `yyyy-mm-dd`. */
export interface KnownConsent {
  sections: readonly string[];
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  givenOn: string;
  /** The first day on which the consent no longer applies. */
  expiresOn: string;
  withdrawnAt: Date | string | null;
}

/**
 * The data that facts are made from. It neither identifies the candidate nor holds anything that no
 * rule or score uses.
 */
export interface KnownCandidate {
  id: string;
  /** The agency of the candidate. */
  organisationId: string;
  birthOn: string | null;
  nationalities: readonly string[];
  residenceCountry: string | null;
  residenceRegion: string | null;
  residencePermits: readonly string[];
  euFamilyMember: boolean;
  /** The periods of nationalities and rights of residence. Those without dates are not listed. */
  rights: readonly PersonalRight[];
  occupations: readonly Omit<WorkedOccupation, 'title'>[];
  skills: readonly OwnSkill[];
  languages: readonly OwnLanguage[];
  educationLevel: number | null;
  /** An ISCED-F 2013 code, or words. */
  educationField: string | null;
  licences: readonly string[];
  desiredCountries: readonly string[];
  desiredOccupations: readonly string[];
  permitCategories: readonly string[];
  desiredPay: DesiredPay | null;
  availableFromOn: string | null;
  availableUntilOn: string | null;
  previousStays: readonly Pick<PreviousStay, 'returnedOn'>[];
}

/** A candidate with their consents to be matched, withdrawn ones included. */
export interface KnownPerson {
  candidate: KnownCandidate;
  consents: readonly KnownConsent[];
}
