import { copyLine, jsonText, textArray } from '../../platform/database/copying/copy-line.ts';
import type { Finding } from '../../platform/formats/finding.ts';
import { hashDraft, OWN_AGENCY, stateOf, type VacancyDraft } from '../formats/vacancy-draft.ts';

/** The columns that a draft fills, in the order of its line. */
export const vacancyColumns = [
  'id', 'organisation_id', 'state', 'source_agency', 'source_id', 'source_scheme', 'status', 'title',
  'language', 'description', 'translations', 'employer_name', 'employer_legal_id', 'nace', 'positions',
  'isco', 'esco', 'offering', 'schedule', 'permit_category', 'languages', 'working_languages', 'skills',
  'experience', 'education_level', 'education_field', 'licences', 'locations', 'pay', 'starts_on', 'ends_on',
  'immediate_start', 'apply_until_on', 'valid_from_on', 'valid_until_on', 'advertising', 'how_to_apply',
  'content_hash', 'warnings', 'import_id', 'created_import_id',
] as const; // prettier-ignore

/** Whose vacancies arrive, and the import that brings them, or null if none does. */
export interface VacancyOrigin {
  organisationId: string;
  importId: string | null;
}

/**
 * What identifies a vacancy within its organisation: the agency that issued its id, and that id.
 */
export interface VacancyKey {
  sourceAgency: string;
  sourceId: string;
}

/** Returns the key of a draft. `id` stands in for an id that its sender did not give. */
export function keyOf({ sourceAgency, sourceId }: VacancyDraft, id: string): VacancyKey {
  return { sourceAgency: sourceAgency ?? OWN_AGENCY, sourceId: sourceId ?? id };
}

/** Returns a text that only this key has. */
export function nameOf({ sourceAgency, sourceId }: VacancyKey): string {
  return JSON.stringify([sourceAgency, sourceId]);
}

/**
 * Returns one vacancy as a line of COPY for the staging table. `id` is used if the vacancy is new.
 */
export function vacancyLine(
  id: string,
  { sourceAgency, sourceId }: VacancyKey,
  draft: VacancyDraft,
  warnings: readonly Finding[],
  { organisationId, importId }: VacancyOrigin,
): string {
  // prettier-ignore
  return copyLine([
    id, organisationId, stateOf(draft), sourceAgency, sourceId, draft.sourceScheme,
    draft.status, draft.title, draft.language, draft.description,
    jsonText(draft.translations), draft.employerName, draft.employerLegalId, draft.nace,
    draft.positions, textArray(draft.isco), textArray(draft.esco), draft.offering,
    draft.schedule, draft.permitCategory, jsonText(draft.languages),
    textArray(draft.workingLanguages), jsonText(draft.skills), jsonText(draft.experience),
    draft.educationLevel, draft.educationField,
    textArray(draft.licences), jsonText(draft.locations),
    draft.pay === null ? null : jsonText(draft.pay), draft.startsOn, draft.endsOn,
    draft.immediateStart, draft.applyUntilOn, draft.validFromOn, draft.validUntilOn,
    jsonText(draft.advertising), draft.howToApply, hashDraft(draft), jsonText(warnings),
    importId, importId,
  ]);
}

export const tombstoneColumns = ['source_agency', 'source_id'] as const;

/** Returns a line for a vacancy that its source no longer shows. */
export function tombstoneLine({ sourceAgency, sourceId }: VacancyKey): string {
  return copyLine([sourceAgency, sourceId]);
}
