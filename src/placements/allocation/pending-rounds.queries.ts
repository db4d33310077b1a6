import type { EntityManager } from 'typeorm';
import { pendingStatuses } from './allocation-round.entity.ts';

/** A SQL condition on `allocation_round`: the round is pending. */
export const IS_PENDING = `allocation_round.status IN ('${pendingStatuses.join(`', '`)}')`;

/** A round whose seats are not all drawn yet. */
export interface PendingRound {
  id: string;
  quotaId: string;
  opensOn: string;
  closesOn: string;
}

/**
 * Makes the draws of these offers wait until this transaction ends, so that no draw misses an
 * application made in time. Call it before locking the offers themselves; a draw locks in that
 * order too.
 */
export async function holdDraws(sql: EntityManager, quotaIds: readonly string[]): Promise<void> {
  await sql.query(
    `SELECT 1 FROM allocation_round WHERE quota_id = ANY ($1) AND ${IS_PENDING}
      ORDER BY id FOR SHARE`,
    [quotaIds],
  );
}

/**
 * Finds the pending rounds of the offers. An offer has one at most, as its free seats are for that
 * round alone.
 */
export function findPendingRounds(
  sql: EntityManager,
  quotaIds: readonly string[],
): Promise<PendingRound[]> {
  return sql.query<PendingRound[]>(
    `SELECT id, quota_id AS "quotaId", opens_on::text AS "opensOn", closes_on::text AS "closesOn"
       FROM allocation_round WHERE quota_id = ANY ($1) AND ${IS_PENDING}`,
    [quotaIds],
  );
}

/** Returns whether the round takes applications on the day `on` (`yyyy-mm-dd`). */
export function isOpen({ opensOn, closesOn }: PendingRound, on: string): boolean {
  return opensOn <= on && on <= closesOn;
}
