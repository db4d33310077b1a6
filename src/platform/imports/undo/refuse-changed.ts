import type { EntityManager } from 'typeorm';
import { changedSince, type Imported } from '../import.errors.ts';

/**
 * Refuses to undo an import if a row of `table` that it created or changed has been changed since,
 * by another import or by hand. `what` is the word for these rows.
 * @throws ProblemError 409
 */
export async function refuseChanged(
  sql: EntityManager,
  importId: string,
  { table, what }: { table: string; what: Imported },
): Promise<void> {
  const [row] = await sql.query<{ changed: number }[]>(
    `SELECT count(*)::int AS changed FROM (
       SELECT id FROM ${table}
        WHERE created_import_id = $1 AND created_import_id IS DISTINCT FROM import_id
       UNION
       SELECT id FROM ${table}_import_before AS before JOIN ${table} ON id = ${table}_id
        WHERE before.import_id = $1 AND ${table}.import_id IS DISTINCT FROM $1) AS changed`,
    [importId],
  );
  const changed = row?.changed ?? 0;
  if (changed > 0) throw changedSince(changed, what);
}
