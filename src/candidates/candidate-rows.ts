import type { EntityManager } from 'typeorm';
import { copyText } from '../platform/database/copy.ts';
import { sqlStateOf, sqlStates } from '../platform/database/sql-state.ts';
import { keepStaging } from '../platform/database/staging.ts';
import { consentColumns, type Origin, personColumns } from './arriving-rows.ts';

/** People who arrive together, each reference once: lines of `personLine` and `consentLines`. */
export interface ArrivingPeople {
  people: Uint8Array;
  consents: Uint8Array;
}

/** Whom a merge created and whom it changed; everybody else was known just so. */
export interface MergeResult {
  created: string[];
  updated: string[];
}

const kept = new Set<string>(['reference', 'id']);

/** What a later file may change of a person, and an undo puts back. */
export const mergedColumns = [...personColumns.filter((column) => !kept.has(column)), 'import_id'];

/** What a line of a consent holds of it; whose it is comes with the person. */
const givenColumns = consentColumns.filter(
  (column) => column !== 'person_id' && column !== 'reference',
);

const staging: [string, string][] = [
  [
    'arriving',
    `ON COMMIT DELETE ROWS AS SELECT ${personColumns.join(', ')} FROM candidate WITH NO DATA`,
  ],
  [
    'arriving_consent',
    `(id uuid, person_id uuid, reference text, purpose text, sections text[], countries text[], given_on date,
      expires_on date, evidence text, scan_sha256 text, witness text) ON COMMIT DELETE ROWS`,
  ],
];

/**
 * Creates or updates people of one agency by their references: COPY into staging tables, then one
 * statement for the people and one for their consents. People sent again unchanged are left alone.
 */
export async function mergeCandidates(
  sql: EntityManager,
  origin: Origin,
  { people, consents }: ArrivingPeople,
): Promise<MergeResult> {
  for (const [name, definition] of staging) await keepStaging(sql, name, definition);
  await copyText(sql, 'arriving', personColumns, people);
  await copyText(sql, 'arriving_consent', consentColumns, consents);
  if (await keepBefore(sql, origin)) return mergeKnown(sql, origin);
  const added = await addNew(sql, origin);
  if (added !== null) return added;
  await keepBefore(sql, origin);
  return mergeKnown(sql, origin);
}

/**
 * The person of an arriving row, looked up by the index row by row. As a plain join, PostgreSQL reads
 * everybody of the agency for each batch, at the price of the square of an import.
 */
const knownPerson = (organisation: string, lock = ''): string =>
  `LATERAL (SELECT * FROM candidate WHERE organisation_id = ${organisation}
                AND reference = arriving.reference LIMIT 1 ${lock}) AS candidate`;

/**
 * Keeps people as they are before their first change by this import, so that it can be undone. Nobody else changes them from
 * here on: all are locked, in the order of the references like whoever takes an import back, and what is kept is what a
 * change at the same instant has left.
 * @returns whether anybody who arrives is known
 */
async function keepBefore(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<boolean> {
  const [{ known }] = await sql.query<[{ known: boolean }]>(
    `WITH known AS MATERIALIZED (
       SELECT candidate.id,
              CASE WHEN candidate.content_hash <> arriving.content_hash AND $1::uuid IS NOT NULL
                   THEN to_jsonb(candidate) - 'merged_into_id' END AS person
         FROM (SELECT reference, content_hash FROM arriving ORDER BY reference) AS arriving,
              ${knownPerson('$2', 'FOR NO KEY UPDATE')}),
     kept AS (
       INSERT INTO candidate_import_before (import_id, candidate_id, organisation_id, person)
       SELECT $1, id, $2, person FROM known WHERE person IS NOT NULL
       ON CONFLICT DO NOTHING)
     SELECT EXISTS (SELECT FROM known) AS known`,
    [importId, organisationId],
  );
  return known;
}

const people = personColumns.join(', ');

/** In the order of the references, so that two merges at once never wait for each other. `$1`: their agency, `$2`: the import. */
const insertPeople = `
  INSERT INTO candidate (${people}, organisation_id, import_id, created_import_id)
  SELECT ${people}, $1, $2, $2 FROM arriving ORDER BY reference`;

/**
 * People of whom nobody is known are added without looking for each once more, which is a third of the work.
 * @returns null where another import has brought one of them meanwhile: then nothing is written
 */
async function addNew(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<MergeResult | null> {
  const given = givenColumns.join(', ');
  try {
    return await sql.transaction(async () => {
      const [{ created }] = await sql.query<[{ created: string[] }]>(
        `WITH added AS (
           ${insertPeople} RETURNING id)
         SELECT COALESCE(array_agg(id), '{}') AS created FROM added`,
        [organisationId, importId],
      );
      await sql.query(
        `INSERT INTO consent (${given}, candidate_id, organisation_id, import_id)
         SELECT ${given}, person_id, $1, $2 FROM arriving_consent`,
        [organisationId, importId],
      );
      return { created, updated: [] };
    });
  } catch (error) {
    if (sqlStateOf(error) === sqlStates.notUnique) return null;
    throw error;
  }
}

async function mergeKnown(sql: EntityManager, origin: Origin): Promise<MergeResult> {
  const merged = await mergePeople(sql, origin);
  await mergeConsents(sql, origin);
  return merged;
}

async function mergePeople(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<MergeResult> {
  const [merged] = await sql.query<[MergeResult]>(
    `WITH merged AS (
       ${insertPeople}
       ON CONFLICT (organisation_id, reference) DO UPDATE
          SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
              version = candidate.version + 1, updated_at = now()
        WHERE candidate.content_hash <> EXCLUDED.content_hash
       RETURNING id, (xmax = 0) AS created)
     SELECT COALESCE(array_agg(id) FILTER (WHERE created), '{}') AS created,
            COALESCE(array_agg(id) FILTER (WHERE NOT created), '{}') AS updated
       FROM merged`,
    [organisationId, importId],
  );
  return merged;
}

/** A consent that was withdrawn stays so, whatever a file says of the day it was given on. */
async function mergeConsents(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<void> {
  const given = givenColumns.map((column) => `arriving.${column}`).join(', ');
  await sql.query(
    `INSERT INTO consent (${givenColumns.join(', ')}, candidate_id, organisation_id, import_id)
     SELECT ${given}, candidate.id, $1, $2
       FROM arriving_consent AS arriving, ${knownPerson('$1')}
     ON CONFLICT (candidate_id, purpose, given_on) DO NOTHING`,
    [organisationId, importId],
  );
}
