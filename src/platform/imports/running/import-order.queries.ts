import type { EntityManager } from 'typeorm';
import { LARGE } from '../uploads/bytes-held.ts';

/**
 * Returns the queue of an import. Small files wait for no large file and no matching run. `bytes`
 * is what the file holds once unpacked (`bytesHeld`).
 */
export function queueOfImport({ bytes }: { bytes: number }): 'long' | 'small-imports' {
  return bytes < LARGE ? 'small-imports' : 'long';
}

/**
 * Returns whether an import has to wait for an earlier one of its organisation, in any queue or
 * process, so that the later file wins. An earlier import whose job has failed for good is ignored.
 */
export async function isBehindAnother(sql: EntityManager, importId: string): Promise<boolean> {
  const [{ behind }] = await sql.query<[{ behind: boolean }]>(
    `SELECT EXISTS (
       SELECT FROM outbox AS job
         JOIN file_import AS import
           ON import.id = $1::uuid AND import.status = 'waiting'
         JOIN outbox AS earlier
           ON earlier.job = job.job AND earlier.done_at IS NULL AND earlier.failed_at IS NULL
          AND earlier.created_at < job.created_at
         JOIN file_import AS other
           ON other.id = (earlier.payload ->> 'importId')::uuid AND other.id <> import.id
          AND other.organisation_id = import.organisation_id
          AND other.status IN ('waiting', 'running')
        WHERE job.payload ->> 'importId' = $1::text AND job.done_at IS NULL AND job.failed_at IS NULL)
       AS behind`,
    [importId],
  );
  return behind;
}
