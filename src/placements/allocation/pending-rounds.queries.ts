import type { EntityManager } from 'typeorm';
import { pendingStatuses } from './allocation-round.entity.ts';

/** As a condition of SQL on a round. */
export const IS_PENDING = `allocation_round.status IN ('${pendingStatuses.join(`', '`)}')`;

/** A round whose seats are not all drawn yet. */
export interface PendingRound {
  id: string;
  quotaId: string;
  opensOn: string;
  closesOn: string;
}

/**
 * Keeps the draws of these offers waiting until this transaction ends, so that none misses an
 * application that was in time. Lock before the offers themselves: a draw does so too.
 */
export async function holdDraws(sql: EntityManager, quotaIds: readonly string[]): Promise<void> {
  await sql.query(
    `SELECT 1 FROM allocation_round WHERE quota_id = ANY ($1) AND ${IS_PENDING}
      ORDER BY id FOR SHARE`,
    [quotaIds],
  );
}

/** At most one of each offer: until it is drawn, its seats are for it alone. */
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

/** Whether applications are taken on a day. */
export function isOpen({ opensOn, closesOn }: PendingRound, on: string): boolean {
  return opensOn <= on && on <= closesOn;
}
