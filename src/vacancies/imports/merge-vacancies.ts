import type { EntityManager } from 'typeorm';
import { copyText } from '../../platform/database/copy.ts';
import { keepStaging } from '../../platform/database/staging.ts';
import { tombstoneColumns, vacancyColumns, type VacancyOrigin } from './vacancy-lines.ts';

/** Vacancies that arrive together, each key once: lines of `vacancyLine` and `tombstoneLine`. */
export interface ArrivingVacancies {
  vacancies: Uint8Array;
  ended: Uint8Array;
}

/** A vacancy that the merge created or changed. */
export interface MergedVacancy {
  id: string;
  open: boolean;
  created: boolean;
}

const kept = new Set<string>([
  'id',
  'organisation_id',
  'source_agency',
  'source_id',
  'created_import_id',
]);

/** What a later file may change of a vacancy, and an undo puts back. */
export const mergedColumns = vacancyColumns.filter((column) => !kept.has(column));

const staging: [string, string][] = [
  [
    'arriving_vacancy',
    `ON COMMIT DELETE ROWS AS SELECT ${vacancyColumns.join(', ')} FROM vacancy WITH NO DATA`,
  ],
  [
    'ended_vacancy',
    'ON COMMIT DELETE ROWS AS SELECT source_agency, source_id FROM vacancy WITH NO DATA',
  ],
];

/** Known vacancies by the index, row by row: as a plain join, every batch would read all of them. */
const known = (arriving: string, lock = ''): string =>
  `LATERAL (SELECT * FROM vacancy WHERE organisation_id = $1
                AND source_agency = ${arriving}.source_agency
                AND source_id = ${arriving}.source_id LIMIT 1 ${lock}) AS vacancy`;

/**
 * Creates, updates and withdraws vacancies of one organisation, the tombstones last: COPY into
 * staging tables, then one statement each. What is sent again unchanged is left alone.
 */
export async function mergeVacancies(
  sql: EntityManager,
  { organisationId, importId }: VacancyOrigin,
  { vacancies, ended }: ArrivingVacancies,
): Promise<MergedVacancy[]> {
  for (const [name, definition] of staging) await keepStaging(sql, name, definition);
  await copyText(sql, 'arriving_vacancy', vacancyColumns, vacancies);
  await copyText(sql, 'ended_vacancy', tombstoneColumns, ended);
  await keepBefore(sql, organisationId, importId);
  const merged = await merge(sql);
  const withdrawn = await withdraw(sql, organisationId, importId);
  const gone = new Set(withdrawn.map(({ id }) => id));
  const isGone = ({ id, open }: MergedVacancy): boolean => open && !gone.has(id);
  return [...merged.map((one) => ({ ...one, open: isGone(one) })), ...withdrawn];
}

/**
 * As they are before the first change of this import, so that it can be undone. Nobody else changes them from here on:
 * all are locked, in the order of their keys, and what is kept is what a change at the same instant has left.
 */
async function keepBefore(
  sql: EntityManager,
  organisationId: string,
  importId: string,
): Promise<void> {
  await sql.query(
    `WITH arriving AS (
       SELECT source_agency, source_id, content_hash FROM arriving_vacancy
        UNION ALL
       SELECT source_agency, source_id, NULL FROM ended_vacancy
        ORDER BY source_agency, source_id),
     known AS MATERIALIZED (
       SELECT vacancy.id,
              CASE WHEN vacancy.content_hash <> arriving.content_hash
                     OR (arriving.content_hash IS NULL AND vacancy.status = 'open')
                   THEN to_jsonb(vacancy) END AS vacancy
         FROM arriving, ${known('arriving', 'FOR NO KEY UPDATE')})
     INSERT INTO vacancy_import_before (import_id, vacancy_id, organisation_id, vacancy)
     SELECT $2::uuid, id, $1::uuid, vacancy FROM known WHERE vacancy IS NOT NULL
     ON CONFLICT DO NOTHING`,
    [organisationId, importId],
  );
}

/** In the order of their keys, so that two merges at once never wait for each other. */
function merge(sql: EntityManager): Promise<MergedVacancy[]> {
  return sql.query<MergedVacancy[]>(
    `INSERT INTO vacancy (${vacancyColumns.join(', ')})
     SELECT ${vacancyColumns.join(', ')} FROM arriving_vacancy ORDER BY source_agency, source_id
     ON CONFLICT (organisation_id, source_agency, source_id) DO UPDATE
        SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
            version = vacancy.version + 1, updated_at = now()
      WHERE vacancy.content_hash <> EXCLUDED.content_hash
     RETURNING id, status = 'open' AS open, (xmax = 0) AS created`,
  );
}

/** One that is unknown or ended before is left as it is. */
async function withdraw(
  sql: EntityManager,
  organisationId: string,
  importId: string,
): Promise<MergedVacancy[]> {
  const [rows] = await sql.query<[MergedVacancy[]]>(
    `UPDATE vacancy
        SET status = 'withdrawn', content_hash = '', version = version + 1, updated_at = now(),
            import_id = $2
      WHERE id IN (SELECT vacancy.id FROM ended_vacancy AS ended, ${known('ended')})
        AND status = 'open'
     RETURNING id, false AS open, false AS created`,
    [organisationId, importId],
  );
  return rows;
}
