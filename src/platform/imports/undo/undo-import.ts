import type { EntityManager } from 'typeorm';
import { lockComparing } from '../../duplicates/block-keys.queries.ts';
import { type Imported, importInUse } from '../import.errors.ts';
import { refuseChanged } from './refuse-changed.ts';
import { forgetSentAgain, refuseSentAgain } from './sent-again.ts';

/** What a feature says about its rows, so that an import of them can be taken back. */
export interface ImportedRows {
  /** Their table. Beside it stands another, `…_import_before`, with the rows as they were. */
  table: 'candidate' | 'vacancy';
  /** The word for them. */
  what: Imported;
  /**
   * The SQL condition that something which others did depends on a row of the table, so that it
   * cannot be deleted.
   */
  inUse: string;
  /**
   * Waits for the transactions under way on the rows of the import and holds off new ones. Locks in
   * the order in which an import locks.
   */
  lock: (sql: EntityManager, importId: string) => Promise<void>;
  /** Refuses the undo for a reason that only these rows have. @throws ProblemError 409 */
  refuse?: (sql: EntityManager, importId: string) => Promise<void>;
  /**
   * Restores the rows that the import changed, deletes those that it created except `kept`, and
   * announces both.
   */
  putBack: (sql: EntityManager, importId: string, kept: readonly string[]) => Promise<void>;
}

/**
 * Undoes an import: deletes the rows that it created and restores those that it changed. Refuses
 * the whole undo if a later import or a person has changed one of them, as it is unclear which
 * version is meant. Refuses it too if a later import repeats some of them unchanged, or if
 * something that others did depends on one of them.
 * @throws ProblemError 409
 */
export async function undoImport(
  sql: EntityManager,
  importId: string,
  rows: ImportedRows,
): Promise<void> {
  await haltOthers(sql, importId, rows);
  await refuseChanged(sql, importId, rows);
  await refuseSentAgain(sql, importId, rows.what);
  await rows.refuse?.(sql, importId);
  const used = await findInUse(sql, importId, rows);
  if (used.length > 0) throw importInUse(rows.what, used.length);
  await putBack(sql, importId, rows, []);
}

/**
 * Takes back an import in part: restores or deletes every row that only this import has touched. A
 * row in use is kept with all that the import brought, as others rely on it.
 * @returns the number of rows kept
 */
export async function takeBack(
  sql: EntityManager,
  importId: string,
  rows: ImportedRows,
): Promise<number> {
  await haltOthers(sql, importId, rows);
  const kept = await findInUse(sql, importId, rows);
  await putBack(sql, importId, rows, kept);
  return kept.length;
}

/** Makes others wait first, so that what the checks see is exactly what is taken back. */
async function haltOthers(
  sql: EntityManager,
  importId: string,
  { table, lock }: ImportedRows,
): Promise<void> {
  await lockComparing(sql, table);
  await lock(sql, importId);
}

async function findInUse(
  sql: EntityManager,
  importId: string,
  { table, inUse }: ImportedRows,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM ${table} WHERE created_import_id = $1 AND import_id = $1 AND (${inUse})`,
    [importId],
  );
  return rows.map(({ id }) => id);
}

async function putBack(
  sql: EntityManager,
  importId: string,
  rows: ImportedRows,
  kept: readonly string[],
): Promise<void> {
  await rows.putBack(sql, importId, kept);
  await sql.query(`DELETE FROM ${rows.table}_import_before WHERE import_id = $1`, [importId]);
  await forgetSentAgain(sql, importId);
}
