import { hash } from 'node:crypto';
import {
  CopyFields,
  copyLine,
  jsonText,
  textArray,
} from '../platform/database/copying/copy-line.ts';
import { newId } from '../platform/database/new-id.ts';
import type { Finding } from '../platform/formats/finding.ts';
import type { SentRecord } from '../platform/imports/running/import-batch.ts';
import { cacheByFrozenObject } from '../platform/memory/cache-by-frozen-object.ts';
import { consentEnd } from './consent-term.ts';
import type { CandidateDraft, ConsentDraft } from './formats/candidate-draft.ts';

/**
 * The agency that a candidate belongs to and the import that brings them; null for one entered by
 * hand.
 */
export interface Origin {
  organisationId: string;
  importId: string | null;
}

/** The columns that a draft fills, in the order of `personLine`. */
export const personColumns = [
  'reference', 'given_name', 'family_name', 'birth_on', 'documents', 'nationalities', 'residence_country',
  'residence_region', 'email', 'phone', 'residence_permits', 'eu_family_member', 'rights', 'occupations',
  'skills', 'languages', 'education_level', 'education_field', 'qualifications', 'licences',
  'desired_countries', 'desired_occupations', 'permit_categories', 'desired_pay', 'available_from_on',
  'available_until_on', 'previous_stays', 'training_programme', 'warnings', 'content_hash', 'id',
] as const; // prettier-ignore

const json = (list: readonly object[]): string => (list.length === 0 ? '[]' : written(list));

const written = cacheByFrozenObject(jsonText);

/**
 * Returns one candidate as a line of COPY for the staging table. `id` is the id that the candidate
 * gets if they are new.
 */
export function personLine(
  id: string,
  draft: CandidateDraft,
  warnings: readonly Finding[],
): string {
  // A single flat list: a row has many columns, and joining lists of lists takes longer than the
  // line itself.
  return copyLine([
    draft.reference, draft.givenName, draft.familyName, draft.birthOn, textArray(draft.documents),
    textArray(draft.nationalities), draft.residenceCountry, draft.residenceRegion, draft.email, draft.phone,
    textArray(draft.residencePermits), draft.euFamilyMember, json(draft.rights), json(draft.occupations),
    json(draft.skills), json(draft.languages), draft.educationLevel, draft.educationField,
    textArray(draft.qualifications), textArray(draft.licences), textArray(draft.desiredCountries),
    textArray(draft.desiredOccupations), textArray(draft.permitCategories),
    draft.desiredPay && written(draft.desiredPay), draft.availableFromOn, draft.availableUntilOn,
    json(draft.previousStays), draft.trainingProgramme, json(warnings),
    hash('sha256', JSON.stringify(draft)), id,
  ]); // prettier-ignore
}

/** The columns of the consent itself. */
export const givenColumns = [
  'id', 'purpose', 'sections', 'countries', 'given_on', 'expires_on', 'evidence', 'scan_sha256', 'witness',
] as const; // prettier-ignore

/**
 * The columns of a whole line: the candidate and the place in what was sent, then the consent
 * itself.
 */
export const consentColumns = [
  ...(['person_id', 'reference', 'sent_file', 'sent_format', 'sent_row'] as const),
  ...givenColumns,
] as const;

/** The place of a candidate in what was sent. */
export type SentPlace = Pick<SentRecord, 'file' | 'format' | 'row'>;

const byHand: SentPlace = { file: null, format: null, row: 1 };

/** The columns of a consent that many candidates share, encoded once for each frozen draft. */
const consentFields = cacheByFrozenObject(
  ({ purpose, sections, countries, givenOn, evidence, scanSha256, witness }: ConsentDraft) =>
    new CopyFields([
      purpose, textArray(sections), textArray(countries), givenOn, consentEnd(givenOn), evidence, scanSha256,
      witness,
    ]), // prettier-ignore
);

/**
 * Returns the consents of one candidate as lines of COPY, one per consent. The caller ensures that
 * no two share a purpose and a day. `id` is the id in the candidate's own line.
 */
export function consentLines(
  id: string,
  { reference, consents }: Pick<CandidateDraft, 'reference' | 'consents'>,
  { file, format, row }: SentPlace = byHand,
): string {
  let lines = '';
  for (const consent of consents)
    lines += copyLine([id, reference, file, format, row, newId(), consentFields(consent)]);
  return lines;
}
