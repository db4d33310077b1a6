import type { EntityManager } from 'typeorm';
import { newId } from '../platform/database/new-id.ts';
import { currentTenant } from '../platform/database/tenant.ts';
import { notTaken, quotaExhausted, quotaNotFound } from './quotas.errors.ts';

interface Act {
  quotaId: string;
  seats: number;
  reason: string;
}

/**
 * Takes seats: one conditional statement, with its entry, so that no number of callers at once can
 * take more than there are (guarantee G1). Reading first and writing then would.
 * @throws ProblemError 409 `quota-exhausted`, 404
 */
export async function takeSeats(sql: EntityManager, act: Act): Promise<void> {
  const moved = await move(sql, act, 'take', 'taken + $2 <= seats', '+');
  if (!moved) throw quotaExhausted(await remaining(sql, act.quotaId));
}

/**
 * Gives seats back.
 * @throws ProblemError 409 `seats-not-taken`, 404
 */
export async function releaseSeats(sql: EntityManager, act: Act): Promise<void> {
  if (await move(sql, act, 'release', 'taken >= $2', '-')) return;
  await remaining(sql, act.quotaId);
  throw notTaken();
}

async function move(
  sql: EntityManager,
  { quotaId, seats, reason }: Act,
  act: 'take' | 'release',
  condition: string,
  sign: '+' | '-',
): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `WITH moved AS (
       UPDATE quota
          SET taken = taken ${sign} $2, ceiling = GREATEST(seats, taken ${sign} $2),
              version = version + 1
        WHERE id = $1 AND ${condition}
        RETURNING id)
     INSERT INTO quota_entry (id, quota_id, act, seats, reason, organisation_id)
     SELECT $3, id, $4, $2, $5, $6 FROM moved RETURNING id`,
    [quotaId, seats, newId(), act, reason, currentTenant().organisationId],
  );
  return rows.length > 0;
}

async function remaining(sql: EntityManager, quotaId: string): Promise<number> {
  const [row] = await sql.query<{ remaining: number }[]>(
    'SELECT GREATEST(0, seats - taken) AS remaining FROM quota WHERE id = $1',
    [quotaId],
  );
  if (!row) throw quotaNotFound();
  return row.remaining;
}
