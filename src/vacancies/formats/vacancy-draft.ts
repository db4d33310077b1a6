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

/** The elements that a labour-market test may require of an advertisement. */
export const adElements = ['description', 'employer', 'minimum-pay', 'location', 'hours'] as const;
export type AdElement = (typeof adElements)[number];

/** The possible answers of a job centre. */
export const centreAnswers = ['nobody-available', 'somebody-available'] as const;

/** A language asked for. If `required`, its level is a gate; otherwise it is a wish. */
export interface AskedLanguage {
  /** ISO 639-1, lower case. */
  code: string;
  /**
   * The overall level, which is also the gate: the highest of the dimensions; null if none is
   * named.
   */
  level: CefrLevel | null;
  /** The levels that differ from `level`. For an absent dimension, `level` applies. */
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

/**
 * Where and when the vacancy was open to workers of the Community: the evidence for the
 * labour-market test.
 */
export interface Advertisement {
  channel: (typeof advertisingChannels)[number];
  adId: string | null;
  fromOn: string;
  /**
   * The last day on which it was shown, or the day of the job centre's answer; null while it goes
   * on.
   */
  untilOn: string | null;
  /** The elements it contained. If absent, those of the vacancy itself count. */
  carries?: AdElement[];
  /** The job centre's answer; absent until there is one. */
  answer?: (typeof centreAnswers)[number];
}

export interface VacancyText {
  title: string;
  description: string;
}

/**
 * The `sourceAgency` of vacancies entered without an agency. No document may name it: the ids are
 * public, so anyone could otherwise overwrite such a vacancy.
 */
export const OWN_AGENCY = 'own';

/**
 * One vacancy as read from any format, before it belongs to an organisation. Dates are
 * `yyyy-mm-dd`.
 */
export interface VacancyDraft {
  /**
   * The agency that issued `sourceId`. Together they identify the vacancy, so that sending it again
   * updates it.
   */
  sourceAgency: string | null;
  sourceId: string | null;
  sourceScheme: string | null;
  status: VacancyStatus;
  title: string;
  /** The language of title and description, ISO 639-1. */
  language: string;
  /** Sanitised HTML. */
  description: string;
  /** Texts in other languages, by ISO 639-1 code. */
  translations: Record<string, VacancyText>;
  employerName: string | null;
  employerLegalId: string | null;
  /** NACE, such as `F43.21`. */
  nace: string | null;
  positions: number;
  /** ISCO-08 codes, four digits if the source has them. */
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
  /** The ISCED-F 2013 field to which the level refers. */
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

/** One record as read: its draft, or null if a finding rejects it. */
export interface ReadVacancy {
  draft: VacancyDraft | null;
  findings: Finding[];
  /** A tombstone: its source no longer shows this vacancy, and says nothing else about it. */
  ended?: { sourceAgency: string; sourceId: string };
}

/**
 * Returns the tombstone of a vacancy that is sent as closed and cannot be stored. It must end all
 * the same; a fault in its last message would otherwise keep it open. Returns null if the vacancy
 * is open or has no identity.
 */
export function endOf({
  status,
  sourceAgency,
  sourceId,
}: Pick<VacancyDraft, 'status' | 'sourceAgency' | 'sourceId'>): ReadVacancy['ended'] | null {
  if (status === 'open' || !sourceId || sourceAgency === '') return null;
  return { sourceAgency: sourceAgency ?? OWN_AGENCY, sourceId };
}

/** Returns the permit category that an offering type implies, for a vacancy that states none. */
export function permitCategoryOf(offering: string | null): PermitCategory {
  if (offering === 'Seasonal') return 'seasonal';
  if (offering === 'Internship' || offering === 'Apprenticeship') return 'trainee';
  return offering === 'Volunteer' ? 'volunteer' : 'general';
}

/** Returns SHA-256 of the draft, in hexadecimal. */
export function hashDraft(draft: VacancyDraft): string {
  return hash('sha256', JSON.stringify(draft));
}

/** Returns the country of the first place of work, or an empty string if there is none. */
export function stateOf({ locations }: VacancyDraft): string {
  return locations[0]?.country ?? '';
}
