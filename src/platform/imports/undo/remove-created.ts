import type { EntityManager } from 'typeorm';
import { sqlStateOf, sqlStates } from '../../database/sql-state.ts';
import { type Imported, importInUse } from '../import.errors.ts';

/**
 * Takes away the rows of `table` that came with an import and that nobody has touched since, but for those of
 * `kept`; gives their ids. `what`: how people call them.
 * @throws ProblemError 409 where something refers to one of them
 */
export async function removeCreated(
  sql: EntityManager,
  importId: string,
  { table, what, kept }: { table: string; what: Imported; kept: readonly string[] },
): Promise<string[]> {
  try {
    const [rows] = await sql.query<[{ id: string }[]]>(
      `DELETE FROM ${table}
        WHERE created_import_id = $1 AND import_id = $1 AND id <> ALL ($2::uuid[]) RETURNING id`,
      [importId, kept],
    );
    return rows.map(({ id }) => id);
  } catch (error) {
    throw sqlStateOf(error) === sqlStates.referredTo ? importInUse(what) : error;
  }
}
