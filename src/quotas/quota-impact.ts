import type { EntityManager } from 'typeorm';
import { QuotaHolding } from './ledger/quota-holding.entity.ts';
import type { Quota } from './quota.entity.ts';
import { type QuotaView, viewOf } from './quotas.dto.ts';

/** The most placements that are listed; the counts cover all of them. */
const NAMED = 200;

/** What a change of an offer would do. No change takes a seat away from a placement. */
export interface QuotaImpact {
  before: QuotaView;
  after: QuotaView;
  /**
   * By how many seats `taken` would exceed `seats`. No further seat is granted until they are back.
   */
  overSubscribedBy: number;
  /** The seats in use by stage, which the change leaves as they are. */
  onSeats: { reserved: number; confirmed: number; used: number; outside: number };
  /** The placements that hold seats, in the order of ids; at most 200. */
  placementIds: string[];
}

/** Compares an offer with its changed terms; writes nothing. */
export async function impactOf(
  sql: EntityManager,
  before: Quota,
  after: Quota,
): Promise<QuotaImpact> {
  const { reserved, confirmed, used, outside } = before;
  const holders = await sql.find(QuotaHolding, {
    where: { quotaId: before.id },
    order: { placementId: 'ASC' },
    take: NAMED,
  });
  return {
    before: viewOf(before),
    after: viewOf(after),
    overSubscribedBy: Math.max(0, after.taken - after.seats),
    onSeats: { reserved, confirmed, used, outside },
    placementIds: holders.map(({ placementId }) => placementId),
  };
}
