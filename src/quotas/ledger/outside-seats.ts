import type { EntityManager } from 'typeorm';
import { notTaken, quotaExhausted, quotaNotFound } from '../quotas.errors.ts';
import type { EntryOrigin } from './entry-origin.ts';

interface Outside extends EntryOrigin {
  quotaId: string;
  seats: number;
}

/**
 * Takes seats outside Passerelle. The condition and the entry are in one statement, so concurrent
 * callers can never take more seats than there are (guarantee G1). Reading first and writing later
 * could.
 * @throws ProblemError 409 `quota-exhausted`, 404
 */
export async function takeOutsideSeats(sql: EntityManager, outside: Outside): Promise<void> {
  const taken = await sql.query<unknown[]>(
    `WITH moved AS (
       UPDATE quota SET outside = outside + $2, taken = taken + $2
        WHERE id = $1 AND taken + $2 <= seats RETURNING id)
     INSERT INTO quota_entry
       (id, quota_id, act, seats, to_stage, reason, organisation_id, created_at)
     SELECT new_id(), id, 'take', $2, 'outside', $3, $4, $5 FROM moved RETURNING id`,
    valuesOf(outside),
  );
  if (taken.length === 0) throw quotaExhausted(await remaining(sql, outside.quotaId));
}

/**
 * Gives back seats that were taken outside.
 * @throws ProblemError 409 `seats-not-taken`, 404
 */
export async function releaseOutsideSeats(sql: EntityManager, outside: Outside): Promise<void> {
  const released = await sql.query<unknown[]>(
    `WITH moved AS (
       UPDATE quota SET outside = outside - $2, taken = taken - $2,
                        ceiling = GREATEST(seats, taken - $2)
        WHERE id = $1 AND outside >= $2 RETURNING id)
     INSERT INTO quota_entry
       (id, quota_id, act, seats, from_stage, reason, organisation_id, created_at)
     SELECT new_id(), id, 'release', $2, 'outside', $3, $4, $5 FROM moved RETURNING id`,
    valuesOf(outside),
  );
  if (released.length > 0) return;
  await remaining(sql, outside.quotaId);
  throw notTaken();
}

function valuesOf({ quotaId, seats, reason, by, at }: Outside): unknown[] {
  return [quotaId, seats, reason, by, at];
}

async function remaining(sql: EntityManager, quotaId: string): Promise<number> {
  const [row] = await sql.query<{ remaining: number }[]>(
    'SELECT GREATEST(0, seats - taken) AS remaining FROM quota WHERE id = $1',
    [quotaId],
  );
  if (!row) throw quotaNotFound();
  return row.remaining;
}
