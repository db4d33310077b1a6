import type { EntityManager } from 'typeorm';
import { copyText } from '../platform/database/copy.ts';
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
  { organisationId, importId }: Origin,
  { people, consents }: ArrivingPeople,
): Promise<MergeResult> {
  for (const [name, definition] of staging) await keepStaging(sql, name, definition);
  await copyText(sql, 'arriving', personColumns, people);
  await copyText(sql, 'arriving_consent', consentColumns, consents);
  if (importId !== null) await keepBefore(sql, organisationId, importId);
  const { created, updated, allNew } = await mergePeople(sql, organisationId, importId);
  await mergeConsents(sql, { organisationId, importId }, allNew);
  return { created, updated };
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
     SELECT $1, candidate.id, $2, to_jsonb(candidate) - 'merged_into_id'
       FROM arriving, ${knownPerson('$2')}
      WHERE candidate.content_hash <> arriving.content_hash
     ON CONFLICT DO NOTHING`,
    [importId, organisationId],
  );
}

/** In the order of the references, so that two merges at once never wait for each other. */
async function mergePeople(
  sql: EntityManager,
  organisationId: string,
  importId: string | null,
): Promise<MergeResult & { allNew: boolean }> {
  const columns = personColumns.join(', ');
  const [merged] = await sql.query<[MergeResult & { allNew: boolean }]>(
    `WITH merged AS (
       INSERT INTO candidate (${columns}, organisation_id, import_id, created_import_id)
       SELECT ${columns}, $1, $2, $2 FROM arriving ORDER BY reference
       ON CONFLICT (organisation_id, reference) DO UPDATE
          SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
              version = candidate.version + 1, updated_at = now()
        WHERE candidate.content_hash <> EXCLUDED.content_hash
       RETURNING id, (xmax = 0) AS created)
     SELECT COALESCE(array_agg(id) FILTER (WHERE created), '{}') AS created,
            COALESCE(array_agg(id) FILTER (WHERE NOT created), '{}') AS updated,
            count(*) FILTER (WHERE created) = (SELECT count(*) FROM arriving) AS "allNew"
       FROM merged`,
    [organisationId, importId],
  );
  return merged;
}

/**
 * A consent that was withdrawn stays so, whatever a file says of the day it was given on. `allNew`: everybody
 * has the id that they arrived with.
 */
async function mergeConsents(
  sql: EntityManager,
  { organisationId, importId }: Origin,
  allNew: boolean,
): Promise<void> {
  await sql.query(
    `INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries, given_on,
                          expires_on, evidence, scan_sha256, witness, import_id)
     SELECT arriving.id, ${allNew ? 'person_id' : 'candidate.id'}, $1, purpose, sections, countries,
            given_on, expires_on, evidence, scan_sha256, witness, $2
       FROM arriving_consent AS arriving ${allNew ? '' : `, ${knownPerson('$1')}`}
     ON CONFLICT (candidate_id, purpose, given_on) DO NOTHING`,
    [organisationId, importId],
  );
}
