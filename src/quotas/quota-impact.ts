import type { EntityManager } from 'typeorm';
import { QuotaHolding } from './ledger/quota-holding.entity.ts';
import type { Quota } from './quota.entity.ts';
import { type QuotaView, viewOf } from './quotas.dto.ts';

/** How many of those on the seats are named; the counts are of all. */
const NAMED = 200;

/** What a change of an offer would do. Nobody ever loses a seat by it. */
export interface QuotaImpact {
  before: QuotaView;
  after: QuotaView;
  /** By how many seats more are taken than would be offered: as many are not granted again. */
  overSubscribedBy: number;
  /** Who is on its seats, and stays there whatever the change. */
  onSeats: { reserved: number; confirmed: number; used: number; outside: number };
  /** The first of them, in the order of their placements. */
  placementIds: string[];
}

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
