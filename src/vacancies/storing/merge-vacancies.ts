import type { EntityManager } from 'typeorm';
import { copyText } from '../../platform/database/copying/copy.ts';
import { keepStaging } from '../../platform/database/copying/staging.ts';
import { changedRows } from '../../platform/database/rows.ts';
import { noteSentAgain } from '../../platform/imports/undo/sent-again.ts';
import type { VacancyNews } from './announce-vacancies.ts';
import { tombstoneColumns, vacancyColumns, type VacancyOrigin } from './vacancy-lines.ts';

/** Vacancies that arrive together, each key once: lines of `vacancyLine` and `tombstoneLine`. */
export interface ArrivingVacancies {
  vacancies: Uint8Array;
  ended: Uint8Array;
}

/**
 * The vacancies that a merge created or updated, and the ids of those that it withdrew, perhaps
 * just after it updated them. Vacancies in none of the lists were unchanged.
 */
export interface MergeResult {
  created: MergedVacancy[];
  updated: MergedVacancy[];
  withdrawn: string[];
}

interface MergedVacancy {
  id: string;
  open: boolean;
}

const kept = new Set<string>([
  'id',
  'organisation_id',
  'source_agency',
  'source_id',
  'created_import_id',
]);

/** The columns of a vacancy that a later file may change, and an undo restores. */
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

/**
 * Looks up known vacancies by the index, row by row. A plain join would read all of them for every
 * batch.
 */
const known = (arriving: string, lock = ''): string =>
  `LATERAL (SELECT * FROM vacancy WHERE organisation_id = $1
                AND source_agency = ${arriving}.source_agency
                AND source_id = ${arriving}.source_id LIMIT 1 ${lock}) AS vacancy`;

/** The known vacancies that arrived, in full or as ended. */
const met = `
  SELECT vacancy.id, vacancy.import_id FROM arriving_vacancy AS arriving, ${known('arriving')}
   UNION ALL
  SELECT vacancy.id, vacancy.import_id FROM ended_vacancy AS ended, ${known('ended')}`;

/**
 * Creates, updates and withdraws vacancies of one organisation, tombstones last. A vacancy is
 * identified by the agency that issued its id, and by that id. Copies the lines into staging
 * tables, then runs one statement for each step. A vacancy sent again unchanged is left alone.
 */
export async function mergeVacancies(
  sql: EntityManager,
  origin: VacancyOrigin,
  { vacancies, ended }: ArrivingVacancies,
): Promise<MergeResult> {
  for (const [name, definition] of staging) await keepStaging(sql, name, definition);
  await copyText(sql, 'arriving_vacancy', vacancyColumns, vacancies);
  await copyText(sql, 'ended_vacancy', tombstoneColumns, ended);
  const arriving = await lockKnown(sql, origin);
  const created = await addUnknown(sql);
  if (created.length === arriving) return { created, updated: [], withdrawn: [] };
  const updated = await changeKnown(sql, origin);
  const withdrawn = await withdraw(sql, origin);
  await noteSentAgain(sql, { table: 'vacancy', ...origin }, met);
  return { created, updated, withdrawn };
}

/** Returns what there is to announce of a merge. */
export function newsOf({ created, updated, withdrawn }: MergeResult): VacancyNews {
  const gone = new Set(withdrawn);
  const stored = [...created, ...updated].filter(({ id }) => !gone.has(id));
  const idsOf = (isOpen: boolean): string[] =>
    stored.filter(({ open }) => open === isOpen).map(({ id }) => id);
  return { arrived: idsOf(true), ended: [...idsOf(false), ...withdrawn] };
}

/**
 * Locks all known vacancies, including those to be ended, in the order of their keys. No other
 * transaction can change them from here on. They are counted, so that PostgreSQL cannot leave out
 * looking them up.
 * @returns the number of lines that arrived, known or not
 */
async function lockKnown(sql: EntityManager, { organisationId }: VacancyOrigin): Promise<number> {
  const [{ arriving }] = await sql.query<[{ arriving: number }]>(
    `SELECT count(*)::int AS arriving, count(id) AS known FROM (
       SELECT vacancy.id
         FROM (SELECT source_agency, source_id FROM arriving_vacancy
                UNION ALL
               SELECT source_agency, source_id FROM ended_vacancy
                ORDER BY source_agency, source_id) AS arriving
         LEFT JOIN ${known('arriving', 'FOR NO KEY UPDATE')} ON true) AS locked`,
    [organisationId],
  );
  return arriving;
}

/** Inserts in the order of the keys, so that concurrent merges never wait for each other. */
const insertFrom = (rows: 'arriving_vacancy' | 'changing'): string => `
  INSERT INTO vacancy (${vacancyColumns.join(', ')})
  SELECT ${vacancyColumns.join(', ')} FROM ${rows} ORDER BY source_agency, source_id`;

/**
 * Waits for a vacancy that another import is inserting. A conflict locks the row, even though it
 * changes nothing.
 */
function addUnknown(sql: EntityManager): Promise<MergedVacancy[]> {
  return sql.query<MergedVacancy[]>(
    `${insertFrom('arriving_vacancy')}
     ON CONFLICT (organisation_id, source_agency, source_id)
       DO UPDATE SET version = vacancy.version WHERE false
     RETURNING id, status = 'open' AS open`,
  );
}

/**
 * Keeps vacancies as they were before the first change of an import, so that it can be undone. `$1`
 * is the organisation, `$2` the import.
 */
const keepThose = (changing: string): string =>
  `INSERT INTO vacancy_import_before (import_id, vacancy_id, organisation_id, vacancy)
   SELECT $2::uuid, known_id, $1::uuid, before FROM ${changing}
    WHERE $2::uuid IS NOT NULL ON CONFLICT DO NOTHING`;

function changeKnown(
  sql: EntityManager,
  { organisationId, importId }: VacancyOrigin,
): Promise<MergedVacancy[]> {
  return sql.query<MergedVacancy[]>(
    `WITH changing AS MATERIALIZED (
       SELECT arriving.*, vacancy.id AS known_id, to_jsonb(vacancy) AS before
         FROM arriving_vacancy AS arriving, ${known('arriving')}
        WHERE vacancy.content_hash <> arriving.content_hash),
     kept AS (${keepThose('changing')})
     ${insertFrom('changing')}
     ON CONFLICT (organisation_id, source_agency, source_id) DO UPDATE
        SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
            version = vacancy.version + 1, updated_at = now()
     RETURNING id, status = 'open' AS open`,
    [organisationId, importId],
  );
}

/** Withdraws ended vacancies. One that is unknown, or has already ended, is left as it is. */
async function withdraw(
  sql: EntityManager,
  { organisationId, importId }: VacancyOrigin,
): Promise<string[]> {
  const rows = await changedRows<{ id: string }>(
    sql,
    `WITH ending AS MATERIALIZED (
       SELECT vacancy.id AS known_id, to_jsonb(vacancy) AS before
         FROM (SELECT * FROM ended_vacancy ORDER BY source_agency, source_id) AS ended,
              ${known('ended', 'FOR NO KEY UPDATE')}
        WHERE vacancy.status = 'open'),
     kept AS (${keepThose('ending')})
     UPDATE vacancy
        SET status = 'withdrawn', content_hash = '', version = version + 1, updated_at = now(),
            import_id = $2::uuid
      WHERE id IN (SELECT known_id FROM ending)
     RETURNING id`,
    [organisationId, importId],
  );
  return rows.map(({ id }) => id);
}
