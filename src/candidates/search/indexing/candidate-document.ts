import { frozen, onceFrozen } from '../../../platform/memory/once-frozen.ts';
import { cefrRank } from '../../../reference/languages/cefr.ts';
import { iscoTitle } from '../../../reference/isco/isco.ts';
import type { Candidate } from '../../candidate.entity.ts';
import type { Consent } from '../../consent.entity.ts';
import { iscoPrefixes, languageToken, skillToken } from '../search-tokens.ts';

/**
 * What the index knows of a person: what they can do, where they may work, and to what they
 * consent. Never a name, a date of birth, an address, or the agency's own reference.
 */
export interface CandidateDocument {
  id: string;
  /** The agency's. */
  organisationId: string;
  /** Occupations and qualifications in words. */
  titles: readonly string[];
  /** The English titles of the ISCO groups that the person worked in: the same for everybody of a group. */
  groupTitles: readonly string[];
  skillWords: readonly string[];
  /** ISCO-08 of what the person worked as, each with every wider group. */
  isco: readonly string[];
  /** ESCO occupation URIs. */
  esco: readonly string[];
  /** ISCO-08 of what the person would like to do, each with every wider group. */
  desiredOccupations: readonly string[];
  /** ESCO URIs and labels in plain words. */
  skills: readonly string[];
  /** `fr:4` for French at B2; each language once. */
  languages: readonly string[];
  nationalities: readonly string[];
  residenceCountry: string | null;
  /** States where the person is lawfully resident with access to the labour market. */
  residencePermits: readonly string[];
  euFamilyMember: boolean;
  desiredCountries: readonly string[];
  /** EQF. */
  educationLevel: number | null;
  licences: readonly string[];
  availableFromOn: string | null;
  availableUntilOn: string | null;
  /** Where the person may be proposed today, by a live consent to matching; empty: nowhere. */
  consentCountries: readonly string[];
}

/** The part of a candidate that is indexed. */
export type IndexedCandidate = Pick<
  Candidate,
  | 'occupations' | 'skills' | 'languages' | 'qualifications'
  | 'nationalities' | 'residenceCountry' | 'residencePermits' | 'euFamilyMember' | 'licences'
  | 'desiredCountries' | 'desiredOccupations' | 'educationLevel'
  | 'availableFromOn' | 'availableUntilOn' // prettier-ignore
>;

/** The part of a consent that decides where its giver may be proposed. */
export type GivenConsent = Pick<
  Consent,
  'purpose' | 'countries' | 'givenOn' | 'expiresOn' | 'withdrawnAt'
>;

/** The document of a candidate; `countries`: where a consent to matching is live (`consentCountries`). */
export function documentOf(
  { id, organisationId }: Pick<Candidate, 'id' | 'organisationId'>,
  candidate: IndexedCandidate,
  countries: readonly string[],
): CandidateDocument {
  const { occupations, skills } = candidate;
  const isco = present(occupations.map((occupation) => occupation.isco));
  const labels = present(skills.map((skill) => skill.label));
  return {
    id,
    organisationId,
    titles: unique([
      ...present(occupations.map((occupation) => occupation.title)),
      ...candidate.qualifications,
    ]),
    groupTitles: unique(present(isco.map(iscoTitle))),
    skillWords: unique(labels),
    isco: prefixesOf(isco),
    esco: unique(present(occupations.map((occupation) => occupation.esco))),
    desiredOccupations: prefixesOf(candidate.desiredOccupations),
    skills: unique([...present(skills.map((skill) => skill.uri)), ...labels].map(skillToken)),
    languages: languagesOf(candidate.languages),
    nationalities: candidate.nationalities,
    residenceCountry: candidate.residenceCountry,
    residencePermits: candidate.residencePermits,
    euFamilyMember: candidate.euFamilyMember,
    desiredCountries: candidate.desiredCountries,
    educationLevel: candidate.educationLevel,
    licences: candidate.licences,
    availableFromOn: candidate.availableFromOn,
    availableUntilOn: candidate.availableUntilOn,
    consentCountries: countries,
  };
}

function prefixesOf(codes: readonly string[]): readonly string[] {
  return codes.length === 1 ? iscoPrefixes(codes[0] ?? '') : unique(codes.flatMap(iscoPrefixes));
}

/** The better level of a language that is there twice. */
const languagesOf = onceFrozen((languages: IndexedCandidate['languages']): readonly string[] => {
  const ranks = new Map<string, number>();
  for (const { code, level } of languages) {
    ranks.set(code, Math.max(cefrRank(level), ranks.get(code) ?? 0));
  }
  return frozen(Array.from(ranks, ([code, rank]) => languageToken(code, rank)));
});

/** Where the giver of these may be proposed on a day (`yyyy-mm-dd`), by which consents are live or not. */
export function consentCountries(
  consents: readonly GivenConsent[],
  today: string,
): readonly string[] {
  const live = consents.filter(
    ({ purpose, givenOn, expiresOn, withdrawnAt }) =>
      purpose === 'matching' && withdrawnAt === null && givenOn <= today && today < expiresOn,
  );
  return unique(live.flatMap(({ countries }) => countries));
}

const present = (values: readonly (string | null)[]): string[] =>
  values.filter((value) => value !== null && value !== '') as string[];

const unique = (values: readonly string[]): readonly string[] =>
  values.length < 2 ? values : [...new Set(values)];
