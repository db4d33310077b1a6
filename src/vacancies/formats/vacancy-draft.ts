import { hash } from 'node:crypto';
import type { Finding } from '../../platform/formats/finding.ts';
import type { CefrLevel } from '../../reference/languages/cefr.ts';
import type { LevelsByDimension } from '../../reference/languages/levels-by-dimension.ts';

export const vacancyStatuses = ['open', 'closed', 'withdrawn'] as const;
export type VacancyStatus = (typeof vacancyStatuses)[number];

export const permitCategories = [
  'seasonal',
  'trainee',
  'student',
  'researcher',
  'highly-qualified',
  'intra-corporate',
  'volunteer',
  'general',
] as const;
export type PermitCategory = (typeof permitCategories)[number];

/** `job-centre`: the public service was asked for local workers, from the day of the question on. */
export const advertisingChannels = ['pes', 'eures', 'job-centre', 'other'] as const;

/** What a test may ask an advertisement to tell. */
export const adElements = ['description', 'employer', 'minimum-pay', 'location', 'hours'] as const;
export type AdElement = (typeof adElements)[number];

/** What a job centre answers. */
export const centreAnswers = ['nobody-available', 'somebody-available'] as const;

/** A language that is asked for; `required` makes its level a gate, not a wish. */
export interface AskedLanguage {
  /** ISO 639-1, lower case. */
  code: string;
  /** In all, and as a gate: of dimensions the highest; null where none is named. */
  level: CefrLevel | null;
  /** Those that differ from `level`, if any do; in one that is absent, `level` is asked for. */
  dimensions?: LevelsByDimension;
  required: boolean;
}

export interface AskedSkill {
  /** ESCO skill URI. */
  uri: string | null;
  label: string | null;
  essential: boolean;
}

export interface AskedExperience {
  /** ISCO-08 code of the work; null for work in general. */
  isco: string | null;
  years: number;
}

/** A place of work, as exact as its source. */
export interface Place {
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** NUTS 1 to 3 code, of whichever edition the source uses. */
  nuts: string | null;
  city: string | null;
  postalCode: string | null;
}

export interface Pay {
  min: number | null;
  max: number | null;
  /** ISO 4217. */
  currency: string;
  /** Word of the EURES list REMUNERATION RATE INTERVAL, such as `month`. */
  interval: string | null;
}

/** When and where the vacancy was open to the Community: what the labour-market test counts. */
export interface Advertisement {
  channel: (typeof advertisingChannels)[number];
  adId: string | null;
  fromOn: string;
  /** The last day on which it was shown, or the job centre's answer came; null while it goes on. */
  untilOn: string | null;
  /** What it told; without this: what the vacancy itself tells. */
  carries?: AdElement[];
  /** Of a job centre; without this: silence so far. */
  answer?: (typeof centreAnswers)[number];
}

export interface VacancyText {
  title: string;
  description: string;
}

/**
 * In place of an agency, of what an organisation entered without one: together with an id that everybody can see, so that
 * nobody else may speak under it.
 */
export const OWN_AGENCY = 'own';

/** One vacancy as read from any format, before it belongs to anybody. Dates are `yyyy-mm-dd`. */
export interface VacancyDraft {
  /** Who issued `sourceId`; both together name the vacancy, so that sending it again updates it. */
  sourceAgency: string | null;
  sourceId: string | null;
  sourceScheme: string | null;
  status: VacancyStatus;
  title: string;
  /** ISO 639-1 of title and description. */
  language: string;
  /** Sanitised HTML. */
  description: string;
  /** By ISO 639-1 language. */
  translations: Record<string, VacancyText>;
  employerName: string | null;
  employerLegalId: string | null;
  /** NACE, such as `F43.21`. */
  nace: string | null;
  positions: number;
  /** ISCO-08 codes, four digits where the source has them. */
  isco: string[];
  /** ESCO occupation URIs. */
  esco: string[];
  /** Word of the HR-XML list, such as `Seasonal`. */
  offering: string | null;
  /** FullTime, PartTime, FlexTime or Any. */
  schedule: string | null;
  permitCategory: PermitCategory;
  languages: AskedLanguage[];
  workingLanguages: string[];
  skills: AskedSkill[];
  experience: AskedExperience[];
  /** EQF 1 to 8. */
  educationLevel: number | null;
  /** ISCED-F 2013, of what the level is asked in. */
  educationField: string | null;
  /** EU driving licence categories. */
  licences: string[];
  /** At least one. */
  locations: Place[];
  pay: Pay | null;
  startsOn: string | null;
  endsOn: string | null;
  immediateStart: boolean;
  applyUntilOn: string | null;
  validFromOn: string | null;
  validUntilOn: string | null;
  advertising: Advertisement[];
  howToApply: string | null;
}

/** What became of one record: a draft, or null where a finding rejects it. */
export interface ReadVacancy {
  draft: VacancyDraft | null;
  findings: Finding[];
  /** A tombstone: its source shows this vacancy no more, and says nothing else of it. */
  ended?: { sourceAgency: string; sourceId: string };
}

/**
 * The tombstone of a vacancy that is sent as closed and cannot be taken: it ends all the same, or it would stay
 * open for a fault of its last word. Null for one that is open, or that nothing names.
 */
export function endOf({
  status,
  sourceAgency,
  sourceId,
}: Pick<VacancyDraft, 'status' | 'sourceAgency' | 'sourceId'>): ReadVacancy['ended'] | null {
  if (status === 'open' || !sourceId || sourceAgency === '') return null;
  return { sourceAgency: sourceAgency ?? OWN_AGENCY, sourceId };
}

/** The permit that a vacancy of this offering type calls for, unless it says so itself. */
export function permitCategoryOf(offering: string | null): PermitCategory {
  if (offering === 'Seasonal') return 'seasonal';
  if (offering === 'Internship' || offering === 'Apprenticeship') return 'trainee';
  return offering === 'Volunteer' ? 'volunteer' : 'general';
}

/** SHA-256 of the draft, hexadecimal. */
export function hashDraft(draft: VacancyDraft): string {
  return hash('sha256', JSON.stringify(draft));
}

/** Where the work is: the first place's country. */
export function stateOf({ locations }: VacancyDraft): string {
  return locations[0]?.country ?? '';
}
