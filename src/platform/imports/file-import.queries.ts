import type { EntityManager } from 'typeorm';
import { getOne } from '../database/rows.ts';
import { FileImport } from './file-import.entity.ts';
import { importNotFound } from './import.errors.ts';
import type { ImportSubject } from './import-subject.ts';

/**
 * Returns an import of the subject.
 * @throws ProblemError 404 if there is none, or the caller may not see it
 */
export async function getImport(
  sql: EntityManager,
  { name }: ImportSubject,
  id: string,
): Promise<FileImport> {
  return getOne(sql, FileImport, { id, subject: name }, importNotFound);
}

/** Returns the import, locked until the transaction ends. @throws ProblemError 404 */
export async function lockImport(
  sql: EntityManager,
  where: Pick<FileImport, 'id'> & Partial<Pick<FileImport, 'subject'>>,
): Promise<FileImport> {
  const found = await sql.findOne(FileImport, { where, lock: { mode: 'pessimistic_write' } });
  if (!found) throw importNotFound();
  return found;
}

/** Runs the reading of a chunk in a transaction. */
type InTransaction = <T>(read: (sql: EntityManager) => Promise<T>) => Promise<T>;

/** Yields the stored file from its beginning. Each chunk is read when it is asked for. */
export async function* keptChunks(within: InTransaction, importId: string): AsyncGenerator<Buffer> {
  for (let seq = 0; ; seq += 1) {
    const [row] = await within((sql) =>
      sql.query<{ bytes: Buffer }[]>(
        'SELECT bytes FROM file_import_chunk WHERE import_id = $1 AND seq = $2',
        [importId, seq],
      ),
    );
    if (!row) return;
    yield row.bytes;
  }
}

/** Deletes an import's stored file and what its reading depends on. What was read of it stays. */
export async function forgetFile(sql: EntityManager, importId: string): Promise<void> {
  await sql.query('DELETE FROM file_import_chunk WHERE import_id = $1', [importId]);
  await sql.query('UPDATE file_import SET basis = NULL WHERE id = $1', [importId]);
}
