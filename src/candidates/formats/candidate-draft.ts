import { normaliseLanguage } from '../../reference/languages/languages.ts';
import type { CefrLevel } from '../../reference/languages/cefr.ts';
import {
  dimensionsBeside,
  type LevelsByDimension,
  listLevels,
  lowestLevel,
} from '../../reference/languages/levels-by-dimension.ts';
import type { Finding } from '../../platform/formats/finding.ts';
import type { SentRecord } from '../../platform/imports/running/import-batch.ts';

/**
 * The sections of their data that a candidate may consent to, one flag each, as the Norwegian EURES
 * exporter keeps them.
 */
export const consentSections = [
  'personal-data',
  'wishes',
  'education',
  'vocational-certificate',
  'work-experience',
  'other-experience',
  'driving-licence',
  'public-authorisations',
  'other-approvals',
  'courses',
  'languages',
  'summary',
  'skills',
] as const;
export type ConsentSection = (typeof consentSections)[number];

export const consentPurposes = ['matching', 'sharing', 'preparation'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

export interface WorkedOccupation {
  /** ISCO-08. */
  isco: string | null;
  /** ESCO occupation URI. */
  esco: string | null;
  title: string | null;
  years: number | null;
  /** The last day of that work, as exact as its source; absent if the source does not say. */
  lastWorkedOn?: string;
}

export interface OwnSkill {
  /** ESCO skill URI. */
  uri: string | null;
  label: string | null;
}

export interface OwnLanguage {
  /** ISO 639-1. */
  code: string;
  /** The overall level, which a gate compares. For a format with dimensions, the lowest of them. */
  level: CefrLevel;
  /** The dimensions that differ from `level`, if any. An absent one equals `level`. */
  dimensions?: LevelsByDimension;
}

/** How well a candidate knows a language. */
export type OwnLevels = Omit<OwnLanguage, 'code'>;

export const rightKinds = ['nationality', 'residence', 'family-member'] as const;

/** The period in which a nationality or a right of residence of the candidate holds. */
export interface PersonalRight {
  kind: (typeof rightKinds)[number];
  /**
   * ISO 3166-1 alpha-2. For a family member, the state in which the right holds, or null for all.
   */
  country: string | null;
  fromOn: string | null;
  /** The last day on which it holds. */
  untilOn: string | null;
}

export const desiredPayIntervals = ['hour', 'month', 'year'] as const;

/** The least pay that a candidate wishes for. */
export interface DesiredPay {
  /** In units of the currency. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  interval: (typeof desiredPayIntervals)[number];
}

export interface PreviousStay {
  country: string;
  fromOn: string;
  toOn: string | null;
  employer: string | null;
  /** The day of the verified return to the home country. */
  returnedOn: string | null;
}

export interface ConsentDraft {
  purpose: ConsentPurpose;
  sections: ConsentSection[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  givenOn: string;
  /** Who took the consent and how, in words. */
  evidence: string | null;
  /**
   * The SHA-256 of the scan of a paper consent, in hexadecimal; `witness` saw the signature. Both
   * null for a consent that is not on paper.
   */
  scanSha256: string | null;
  witness: string | null;
}

/** Matches a SHA-256 (FIPS 180-4) in lower-case hexadecimal. */
export const sha256Form = /^[0-9a-f]{64}$/;

/**
 * One candidate as read from any format, before they belong to an agency. Dates are `yyyy-mm-dd`.
 */
export interface CandidateDraft {
  /** The agency's own reference. Sending it again updates the candidate. */
  reference: string;
  givenName: string | null;
  familyName: string | null;
  birthOn: string | null;
  /** `passport:AB123456` as read. Only marks are stored; see `markDocuments`. */
  documents: string[];
  nationalities: string[];
  residenceCountry: string | null;
  residenceRegion: string | null;
  email: string | null;
  phone: string | null;
  /** The states where the candidate is lawfully resident with access to the labour market. */
  residencePermits: string[];
  /**
   * Whether the candidate is a family member of an EU citizen with derived rights (Directive
   * 2004/38/EC).
   */
  euFamilyMember: boolean;
  /**
   * The periods of `nationalities`, `residencePermits` and `euFamilyMember`. Those without an entry
   * here hold always.
   */
  rights: PersonalRight[];
  occupations: WorkedOccupation[];
  skills: OwnSkill[];
  languages: OwnLanguage[];
  /** EQF, 1 to 8. */
  educationLevel: number | null;
  /**
   * The field of the highest level: ISCED-F 2013. From a spreadsheet it may be words, which are
   * kept and not scored.
   */
  educationField: string | null;
  qualifications: string[];
  licences: string[];
  desiredCountries: string[];
  /**
   * ISCO-08. From a spreadsheet they may be words, until the occupations have been read from them.
   */
  desiredOccupations: string[];
  permitCategories: string[];
  desiredPay: DesiredPay | null;
  availableFromOn: string | null;
  availableUntilOn: string | null;
  previousStays: PreviousStay[];
  trainingProgramme: string | null;
  consents: ConsentDraft[];
}

/** The result of reading one record. `draft` is null if a finding rejects it. */
export interface ReadCandidate {
  draft: CandidateDraft | null;
  findings: Finding[];
  /** The reference of a rejected record too, as far as it could be read. */
  reference?: string | undefined;
}

/**
 * The result with the record as it came, in the shape of `SentRecord`. The file of failed rows is
 * written from it.
 */
export interface SentCandidate extends ReadCandidate {
  source: SentRecord['source'];
  /**
   * Whether the row of a sheet is not a candidate but a total, a signature or a note. Such a row is
   * neither taken nor rejected, but reported.
   */
  passedOver?: boolean;
}

/** Returns a draft that holds only the reference. */
export function emptyDraft(reference: string): CandidateDraft {
  return {
    reference,
    givenName: null,
    familyName: null,
    birthOn: null,
    documents: [],
    nationalities: [],
    residenceCountry: null,
    residenceRegion: null,
    email: null,
    phone: null,
    residencePermits: [],
    euFamilyMember: false,
    rights: [],
    occupations: [],
    skills: [],
    languages: [],
    educationLevel: null,
    educationField: null,
    qualifications: [],
    licences: [],
    desiredCountries: [],
    desiredOccupations: [],
    permitCategories: [],
    desiredPay: null,
    availableFromOn: null,
    availableUntilOn: null,
    previousStays: [],
    trainingProgramme: null,
    consents: [],
  };
}

/**
 * Returns the levels of a language from its dimensions. The overall level is the lowest: what the
 * candidate can do in every dimension. Levels in `others`, of unknown dimensions, count for it too.
 * Without any level it is A1.
 */
export function levelsIn(dimensions: LevelsByDimension, others: CefrLevel[] = []): OwnLevels {
  const level = lowestLevel([...listLevels(dimensions), ...others]) ?? 'A1';
  return { level, ...dimensionsBeside(level, dimensions) };
}

/**
 * Adds a language unless it is already listed. A mother tongue is passed as C2.
 * @returns false if `text` is not a known language
 */
export function addLanguage(languages: OwnLanguage[], text: string, levels: OwnLevels): boolean {
  const code = normaliseLanguage(text);
  if (code === null) return false;
  if (!languages.some((known) => known.code === code)) languages.push({ code, ...levels });
  return true;
}
