import type {
  DesiredPay,
  OwnLanguage,
  OwnSkill,
  PersonalRight,
  PreviousStay,
  WorkedOccupation,
} from '../../candidates/formats/candidate-draft.ts';

/** A consent to be matched. */
export interface KnownConsent {
  sections: readonly string[];
  /** ISO 3166-1 alpha-2. */
  countries: readonly string[];
  givenOn: string;
  /** The first day on which it holds no more. */
  expiresOn: string;
  withdrawnAt: Date | string | null;
}

/** What facts are made from: nothing that names a person, and nothing that no rule or score uses. */
export interface KnownCandidate {
  id: string;
  /** The agency's. */
  organisationId: string;
  birthOn: string | null;
  nationalities: readonly string[];
  residenceCountry: string | null;
  residenceRegion: string | null;
  residencePermits: readonly string[];
  euFamilyMember: boolean;
  /** When nationalities and rights of residence hold; those without dates are not in it. */
  rights: readonly PersonalRight[];
  occupations: readonly Omit<WorkedOccupation, 'title'>[];
  skills: readonly OwnSkill[];
  languages: readonly OwnLanguage[];
  educationLevel: number | null;
  /** ISCED-F 2013, or words. */
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

/** A person with their consents to be matched, those withdrawn included. */
export interface KnownPerson {
  candidate: KnownCandidate;
  consents: readonly KnownConsent[];
}
