import type { EntityManager } from 'typeorm';
import type { JobName, Jobs } from '../../jobs.ts';
import { newId } from '../database/new-id.ts';

/**
 * Records a job in the transaction of the change that causes it: both are kept or neither, whatever
 * fails in between (the transactional outbox pattern). The relay hands the job to the queue. `sql`
 * is the transaction of the change.
 */
export function putJob<J extends JobName>(
  sql: EntityManager,
  job: J,
  payload: Jobs[J],
): Promise<void> {
  return putJobs(sql, job, [payload]);
}

/** Records a job, as `putJob` does, for each of the payloads. */
export async function putJobs<J extends JobName>(
  sql: EntityManager,
  job: J,
  payloads: readonly Jobs[J][],
): Promise<void> {
  if (payloads.length === 0) return;
  await sql.query(
    'INSERT INTO outbox (id, job, payload) SELECT id, $2, payload FROM unnest($1::uuid[], $3::jsonb[]) AS told (id, payload)',
    [payloads.map(() => newId()), job, payloads.map((payload) => JSON.stringify(payload))],
  );
}
