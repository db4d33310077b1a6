import type { EntityManager } from 'typeorm';
import { changedRows } from '../../database/rows.ts';

/**
 * Restores the rows of `table` that an import changed and nothing has changed since. `before` names
 * the column of `…_import_before` that holds a row as it was, `columns` those that an import
 * writes, and `returning` what to return of each row restored, as SQL.
 */
export async function restoreChanged<T>(
  sql: EntityManager,
  importId: string,
  { table, before, columns, returning }: ChangedRows,
): Promise<T[]> {
  const names = columns.map((column) => `${column} = earlier.${column}`).join(', ');
  return changedRows<T>(
    sql,
    `UPDATE ${table} SET ${names}, version = ${table}.version + 1, updated_at = now()
       FROM ${table}_import_before AS before,
            LATERAL jsonb_populate_record(NULL::${table}, before.${before}) AS earlier
      WHERE before.import_id = $1 AND ${table}.id = before.${table}_id
        AND ${table}.import_id = $1
        AND ${table}.created_import_id IS DISTINCT FROM $1
     RETURNING ${returning}`,
    [importId],
  );
}

interface ChangedRows {
  table: string;
  before: string;
  columns: readonly string[];
  returning: string;
}
