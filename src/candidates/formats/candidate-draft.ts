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

/** What a person may consent to, one flag each, as the Norwegian EURES exporter keeps it. */
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
  /** The last day of that work, as exact as its source; absent where it is not told. */
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
  /** In all, what a gate asks for; of formats that give dimensions, the lowest of them. */
  level: CefrLevel;
  /** Those that differ from `level`, if any do; one that is absent is `level`. */
  dimensions?: LevelsByDimension;
}

/** How well somebody knows a language. */
export type OwnLevels = Omit<OwnLanguage, 'code'>;

export const rightKinds = ['nationality', 'residence', 'family-member'] as const;

/** From when until when a nationality or a right of residence that the person has holds. */
export interface PersonalRight {
  kind: (typeof rightKinds)[number];
  /** ISO 3166-1 alpha-2; of a family member, the state in which the right holds, null for all. */
  country: string | null;
  fromOn: string | null;
  /** The last day. */
  untilOn: string | null;
}

export const desiredPayIntervals = ['hour', 'month', 'year'] as const;

/** The least pay that a person wishes for. */
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
  /** Verified return to the home country. */
  returnedOn: string | null;
}

export interface ConsentDraft {
  purpose: ConsentPurpose;
  sections: ConsentSection[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
  givenOn: string;
  /** Who took it and how, in words. */
  evidence: string | null;
  /** On paper: SHA-256 of the scan, hexadecimal, with who witnessed the signature; null otherwise. */
  scanSha256: string | null;
  witness: string | null;
}

/** SHA-256 (FIPS 180-4), hexadecimal, lower case. */
export const sha256Form = /^[0-9a-f]{64}$/;

/** One person as read from any format, before they belong to an agency. Dates are `yyyy-mm-dd`. */
export interface CandidateDraft {
  /** The agency's own; sending it again updates the person. */
  reference: string;
  givenName: string | null;
  familyName: string | null;
  birthOn: string | null;
  /** `passport:AB123456` as read; only marks are stored, see markDocuments. */
  documents: string[];
  nationalities: string[];
  residenceCountry: string | null;
  residenceRegion: string | null;
  email: string | null;
  phone: string | null;
  /** States where the person is lawfully resident with access to the labour market. */
  residencePermits: string[];
  /** Family member of an EU citizen with derived rights (Directive 2004/38/EC). */
  euFamilyMember: boolean;
  /** The dates of the three above; what is not dated here holds always. */
  rights: PersonalRight[];
  occupations: WorkedOccupation[];
  skills: OwnSkill[];
  languages: OwnLanguage[];
  /** EQF. */
  educationLevel: number | null;
  /** Of the highest level: ISCED-F 2013; of a spreadsheet perhaps words, which are kept and not scored. */
  educationField: string | null;
  qualifications: string[];
  licences: string[];
  desiredCountries: string[];
  /** ISCO-08; of a spreadsheet perhaps words, until occupationsByTitle has read them. */
  desiredOccupations: string[];
  permitCategories: string[];
  desiredPay: DesiredPay | null;
  availableFromOn: string | null;
  availableUntilOn: string | null;
  previousStays: PreviousStay[];
  trainingProgramme: string | null;
  consents: ConsentDraft[];
}

/** What became of one record: a draft, or null where a finding rejects it. */
export interface ReadCandidate {
  draft: CandidateDraft | null;
  findings: Finding[];
}

/** With the record as it came: what the failed rows are written from, as `SentRecord` has it. */
export interface SentCandidate extends ReadCandidate {
  source: SentRecord['source'];
  /** A row of a sheet that is nobody: a total, a signature, a note. Neither taken nor refused, and told. */
  passedOver?: boolean;
}

/** A person of whom nothing but the reference is known yet. */
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
 * The levels of a language of which the dimensions are named: in all the lowest, what a person can do
 * in every dimension; `others` of no dimension that we know count for that too. None at all: A1.
 */
export function levelsIn(dimensions: LevelsByDimension, others: CefrLevel[] = []): OwnLevels {
  const level = lowestLevel([...listLevels(dimensions), ...others]) ?? 'A1';
  return { level, ...dimensionsBeside(level, dimensions) };
}

/** Mother tongues count as C2; the same language twice keeps the first. */
export function addLanguage(languages: OwnLanguage[], text: string, levels: OwnLevels): boolean {
  const code = normaliseLanguage(text);
  if (code === null) return false;
  if (!languages.some((known) => known.code === code)) languages.push({ code, ...levels });
  return true;
}
