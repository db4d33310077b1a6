import {
  deepFreeze,
  cacheByFrozenObject,
} from '../../../platform/memory/cache-by-frozen-object.ts';
import { cefrRank } from '../../../reference/languages/cefr.ts';
import { iscoTitle } from '../../../reference/isco/isco.ts';
import type { Candidate } from '../../candidate.entity.ts';
import { isLive } from '../../consent-term.ts';
import type { Consent } from '../../consent.entity.ts';
import { iscoPrefixes, languageToken, skillToken } from '../search-tokens.ts';

/**
 * What the index holds of a candidate: what they can do, where they may work, and what they consent
 * to. Never a name, a date of birth, an address, or the agency's own reference.
 */
export interface CandidateDocument {
  id: string;
  /** The id of the agency. */
  organisationId: string;
  /** Occupations and qualifications in words. */
  titles: readonly string[];
  /**
   * The English titles of the ISCO groups of the candidate's work, the same for every candidate of
   * a group.
   */
  groupTitles: readonly string[];
  skillWords: readonly string[];
  /** The ISCO-08 codes of the candidate's work, each with every wider group. */
  isco: readonly string[];
  /** ESCO occupation URIs. */
  esco: readonly string[];
  /** The ISCO-08 codes of the work that the candidate wishes for, each with every wider group. */
  desiredOccupations: readonly string[];
  /** ESCO URIs, and labels in plain words. */
  skills: readonly string[];
  /** `fr:4` for French at B2; each language once. */
  languages: readonly string[];
  nationalities: readonly string[];
  residenceCountry: string | null;
  /** The states where the candidate is lawfully resident with access to the labour market. */
  residencePermits: readonly string[];
  euFamilyMember: boolean;
  desiredCountries: readonly string[];
  /** EQF, 1 to 8. */
  educationLevel: number | null;
  licences: readonly string[];
  availableFromOn: string | null;
  availableUntilOn: string | null;
  /**
   * The countries in which the candidate may be proposed today, by a live consent to matching.
   * Empty: nowhere.
   */
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

/** The part of a consent that decides where the candidate may be proposed. */
export type GivenConsent = Pick<
  Consent,
  'purpose' | 'countries' | 'givenOn' | 'expiresOn' | 'withdrawnAt'
>;

/**
 * Returns the document of a candidate. `countries` are those with a live consent to matching
 * (`consentCountries`).
 */
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

/** Takes the better level of a language that is listed twice. */
const languagesOf = cacheByFrozenObject(
  (languages: IndexedCandidate['languages']): readonly string[] => {
    const ranks = new Map<string, number>();
    for (const { code, level } of languages) {
      ranks.set(code, Math.max(cefrRank(level), ranks.get(code) ?? 0));
    }
    return deepFreeze(Array.from(ranks, ([code, rank]) => languageToken(code, rank)));
  },
);

/**
 * Returns the countries in which a candidate with these consents may be proposed on `today`
 * (`yyyy-mm-dd`).
 */
export function consentCountries(
  consents: readonly GivenConsent[],
  today: string,
): readonly string[] {
  const live = consents.filter((one) => one.purpose === 'matching' && isLive(one, today));
  return unique(live.flatMap(({ countries }) => countries));
}

const present = (values: readonly (string | null)[]): string[] =>
  values.filter((value) => value !== null && value !== '') as string[];

const unique = (values: readonly string[]): readonly string[] =>
  values.length < 2 ? values : [...new Set(values)];
