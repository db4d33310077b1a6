import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { copyRows } from '../platform/database/copy.ts';
import { newId } from '../platform/database/new-id.ts';
import type { Finding } from '../platform/formats/finding.ts';
import type { CandidateDraft } from './formats/candidate-draft.ts';

export interface DraftToMerge {
  draft: CandidateDraft;
  warnings: Finding[];
}

/** What a merge did. Of two rows with one reference, the later stands. */
export interface MergeResult {
  created: number;
  updated: number;
  unchanged: number;
  /** Of the people created or updated. */
  ids: string[];
}

/** For how long a consent holds. */
const CONSENT_MONTHS = 12;

/** The columns that a draft fills, in the order of the INSERT. */
const columns = [
  'reference', 'given_name', 'family_name', 'birth_on', 'nationalities', 'residence_country',
  'residence_region', 'email', 'phone', 'residence_permits', 'eu_family_member', 'rights', 'occupations',
  'skills', 'languages', 'education_level', 'education_field', 'qualifications', 'licences',
  'desired_countries', 'desired_occupations', 'permit_categories', 'available_from_on',
  'available_until_on', 'previous_stays', 'training_programme', 'warnings', 'content_hash',
  'import_id', 'organisation_id', 'id', 'created_import_id',
] as const; // prettier-ignore

const kept = new Set<string>(['reference', 'organisation_id', 'id', 'created_import_id']);

/** What a later file may change of a person, and an undo puts back. */
export const mergedColumns = columns.filter((column) => !kept.has(column));

const snakeNames = new Map<string, string>();

/** There are three dozen names, asked for with every person. */
function snake(name: string): string {
  const known = snakeNames.get(name);
  if (known !== undefined) return known;
  const made = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  snakeNames.set(name, made);
  return made;
}

/**
 * Creates or updates people of one agency by their references: COPY into a staging table, then one
 * statement for the people and one for their consents. People sent again unchanged are left alone.
 */
export async function mergeCandidates(
  sql: EntityManager,
  organisationId: string,
  importId: string | null,
  drafts: readonly DraftToMerge[],
): Promise<MergeResult> {
  const latest = new Map(drafts.map((one) => [one.draft.reference, one]));
  const rows = [...latest.values()].map((one) => stagedRow(one, organisationId, importId));
  await sql.query(
    `CREATE TEMP TABLE IF NOT EXISTS arriving (reference text, person jsonb, consents jsonb)
       ON COMMIT DELETE ROWS`,
  );
  await copyRows(sql, 'arriving', ['reference', 'person', 'consents'], rows);
  if (importId !== null) await keepBefore(sql, organisationId, importId);
  const changed = await mergePeople(sql);
  await mergeConsents(sql, organisationId, importId);
  await sql.query('TRUNCATE arriving');
  const created = changed.filter((row) => row.created).length;
  const updated = changed.length - created;
  const unchanged = drafts.length - created - updated;
  return { created, updated, unchanged, ids: changed.map(({ id }) => id) };
}

function stagedRow(
  { draft, warnings }: DraftToMerge,
  organisationId: string,
  importId: string | null,
): [reference: string, person: string, consents: string] {
  const { consents, ...person } = draft;
  const hash = createHash('sha256').update(JSON.stringify(draft)).digest('hex');
  const whose = { id: newId(), organisationId, importId, createdImportId: importId };
  const row: Record<string, unknown> = {};
  for (const fields of [person, whose, { warnings, contentHash: hash }]) {
    for (const [name, value] of Object.entries(fields)) row[snake(name)] = value;
  }
  return [draft.reference, JSON.stringify(row), JSON.stringify(consents)];
}

/**
 * The person of an arriving row, looked up by the index row by row. As a plain join, PostgreSQL reads
 * everybody of the agency for each batch, at the price of the square of an import.
 */
const knownPerson = (organisation: string): string =>
  `LATERAL (SELECT * FROM candidate WHERE organisation_id = ${organisation}
                AND reference = arriving.reference LIMIT 1) AS candidate`;

/** As they are before the first change of this import, so that it can be undone. */
async function keepBefore(
  sql: EntityManager,
  organisationId: string,
  importId: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO candidate_import_before (import_id, candidate_id, organisation_id, person)
     SELECT $1, candidate.id, $2, to_jsonb(candidate)
       FROM arriving, ${knownPerson('$2')}
      WHERE candidate.content_hash <> arriving.person ->> 'content_hash'
     ON CONFLICT DO NOTHING`,
    [importId, organisationId],
  );
}

function mergePeople(sql: EntityManager): Promise<{ id: string; created: boolean }[]> {
  return sql.query<{ id: string; created: boolean }[]>(
    `INSERT INTO candidate (${columns.join(', ')})
     SELECT ${columns.map((column) => `person.${column}`).join(', ')}
       FROM arriving, LATERAL jsonb_populate_record(NULL::candidate, arriving.person) AS person
      ORDER BY person.reference
     ON CONFLICT (organisation_id, reference) DO UPDATE
        SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
            version = candidate.version + 1, updated_at = now()
      WHERE candidate.content_hash <> EXCLUDED.content_hash
     RETURNING id, (xmax = 0) AS created`,
  );
}

/** A consent that was withdrawn stays so, whatever a file says of the day it was given on. */
async function mergeConsents(
  sql: EntityManager,
  organisationId: string,
  importId: string | null,
): Promise<void> {
  await sql.query(
    `INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries, given_on,
                          expires_on, evidence, import_id)
     SELECT gen_random_uuid(), candidate.id, $1, given.purpose, given.sections, given.countries,
            given."givenOn", given."givenOn" + make_interval(months => $2), given.evidence, $3
       FROM arriving, ${knownPerson('$1')},
            LATERAL jsonb_to_recordset(arriving.consents) AS given(
              purpose text, sections text[], countries text[], "givenOn" date, evidence text)
     ON CONFLICT (candidate_id, purpose, given_on) DO NOTHING`,
    [organisationId, CONSENT_MONTHS, importId],
  );
}
