import type { EntityManager } from 'typeorm';
import { changedRows } from '../../database/rows.ts';
import { sqlStateOf, sqlStates } from '../../database/sql-state.ts';
import { type Imported, importInUse } from '../import.errors.ts';

/**
 * Deletes the rows of `table` that an import created and nothing has changed since, except `kept`.
 * `what` is the word for these rows.
 * @returns the ids of the deleted rows
 * @throws ProblemError 409 if something refers to one of them
 */
export async function removeCreated(
  sql: EntityManager,
  importId: string,
  { table, what, kept }: { table: string; what: Imported; kept: readonly string[] },
): Promise<string[]> {
  try {
    const rows = await changedRows<{ id: string }>(
      sql,
      `DELETE FROM ${table}
        WHERE created_import_id = $1 AND import_id = $1 AND id <> ALL ($2::uuid[]) RETURNING id`,
      [importId, kept],
    );
    return rows.map(({ id }) => id);
  } catch (error) {
    throw sqlStateOf(error) === sqlStates.referredTo ? importInUse(what) : error;
  }
}
