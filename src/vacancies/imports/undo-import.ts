import type { EntityManager } from 'typeorm';
import { lockComparing } from '../../platform/duplicates/block-keys.queries.ts';
import { importInUse } from '../../platform/imports/import.errors.ts';
import { refuseChanged } from '../../platform/imports/undo/refuse-changed.ts';
import { removeCreated } from '../../platform/imports/undo/remove-created.ts';
import { forgetSentAgain, refuseSentAgain } from '../../platform/imports/undo/sent-again.ts';
import { announceVacancies } from '../announce-vacancies.ts';
import { haltDecisions } from '../decisions-lock.queries.ts';
import { mergedColumns } from './merge-vacancies.ts';

/**
 * Undoes an import. Vacancies that it created are removed with their matches, and those that it
 * changed are restored.
 * @throws ProblemError 409 if a vacancy was changed by hand or by a later import, is repeated
 * unchanged by a later import, or is in use
 */
export async function undoImport(sql: EntityManager, id: string): Promise<void> {
  // Wait for transactions under way first, so that the rows checked are the rows undone.
  await haltOthers(sql, id);
  await refuseChanged(sql, id, { table: 'vacancy', what: 'vacancies' });
  await refuseSentAgain(sql, id, 'vacancies');
  await refuseInUse(sql, id);
  await putBack(sql, id, []);
}

/**
 * Undoes what only this import has touched, except for vacancies that are in use.
 * @returns the number of vacancies that stay because they are in use
 */
export async function takeBack(sql: EntityManager, id: string): Promise<number> {
  await haltOthers(sql, id);
  const kept = await findInUse(sql, id);
  await putBack(sql, id, kept);
  return kept.length;
}

async function refuseInUse(sql: EntityManager, id: string): Promise<void> {
  const used = await findInUse(sql, id);
  if (used.length > 0) throw importInUse('vacancies', used.length);
}

/**
 * Finds the vacancies of the import that are in use. Foreign keys keep most of them from being
 * deleted. The outcome of a match would be deleted with its vacancy, although the agency of the
 * candidate relies on it too.
 */
async function findInUse(sql: EntityManager, id: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM vacancy
      WHERE created_import_id = $1 AND import_id = $1
        AND (EXISTS (SELECT FROM placement WHERE vacancy_id = vacancy.id)
          OR EXISTS (SELECT FROM match WHERE vacancy_id = vacancy.id AND outcome IS NOT NULL)
          OR EXISTS (SELECT FROM collective_offer WHERE vacancy_id = vacancy.id)
          OR EXISTS (SELECT FROM exchange_arrival WHERE vacancy_id = vacancy.id))`,
    [id],
  );
  return rows.map((row) => row.id);
}

async function putBack(sql: EntityManager, id: string, kept: readonly string[]): Promise<void> {
  const restored = await restore(sql, id);
  await removeCreated(sql, id, { table: 'vacancy', what: 'vacancies', kept });
  await sql.query('DELETE FROM vacancy_import_before WHERE import_id = $1', [id]);
  await forgetSentAgain(sql, id);
  await announceVacancies(sql, restored);
}

/**
 * Makes other transactions wait that would send these vacancies again or make offers of them. Locks
 * in the order in which an import locks.
 */
async function haltOthers(sql: EntityManager, id: string): Promise<void> {
  await lockComparing(sql, 'vacancy');
  await haltDecisions(sql);
  await sql.query(
    `SELECT count(*) FROM (
       SELECT FROM vacancy
        WHERE import_id = $1 ORDER BY source_agency, source_id FOR UPDATE) AS locked`,
    [id],
  );
}

async function restore(
  sql: EntityManager,
  id: string,
): Promise<{ arrived: string[]; ended: string[] }> {
  const names = mergedColumns.map((column) => `${column} = earlier.${column}`).join(', ');
  const [rows] = await sql.query<[{ id: string; open: boolean }[]]>(
    `UPDATE vacancy SET ${names}, version = vacancy.version + 1, updated_at = now()
       FROM vacancy_import_before AS before,
            LATERAL jsonb_populate_record(NULL::vacancy, before.vacancy) AS earlier
      WHERE before.import_id = $1 AND vacancy.id = before.vacancy_id AND vacancy.import_id = $1
        AND vacancy.created_import_id IS DISTINCT FROM $1
     RETURNING vacancy.id, vacancy.status = 'open' AS open`,
    [id],
  );
  const idsOf = (isOpen: boolean): string[] =>
    rows.filter(({ open }) => open === isOpen).map((row) => row.id);
  return { arrived: idsOf(true), ended: idsOf(false) };
}
