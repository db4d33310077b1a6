import type { EntityManager } from 'typeorm';
import { utcDate } from '../../../platform/clock/utc-date.ts';
import type { QuotaSeats } from '../../../quotas/ledger/quota-seats.service.ts';
import { writeOwnEvents } from '../../steps/write-events.ts';
import { offerWaiting } from '../../waiting-list.queries.ts';
import type { Drawn, DrawInputs } from './draw.ts';

interface Settled {
  inputs: DrawInputs;
  drawn: readonly Drawn[];
  /** The employer of each placement, by the placement's id. */
  owners: ReadonlyMap<string, string>;
  at: Date;
  /** The reason written to the ledger and to the histories of the placements. */
  reason: string;
}

/**
 * Gives the seats that were drawn, by offering the placements. The other placements get their place
 * in the waiting list.
 * @throws Error if a seat that was drawn is not free
 */
export async function settleDraw(
  sql: EntityManager,
  seats: QuotaSeats,
  settled: Settled,
): Promise<void> {
  const { drawn, at, reason } = settled;
  const granted = drawn.filter(({ outcome }) => outcome === 'granted');
  for (const group of byOffers(settled, granted)) await reserve(sql, seats, group, settled);
  const ids = granted.map(({ id }) => id);
  await offerWaiting(sql, ids, utcDate(at));
  const rest = drawn.filter(({ outcome }) => outcome !== 'granted');
  await sql.query(
    `UPDATE placement SET queue_rank = place
       FROM unnest($1::uuid[], $2::int[]) AS waiting (id, place)
      WHERE placement.id = waiting.id`,
    [rest.map(({ id }) => id), rest.map(({ rank }) => rank)],
  );
  await writeOwnEvents(
    sql,
    at,
    granted.map(({ id, rank }) => ({
      placementId: id,
      step: 'allocate' as const,
      fromStatus: 'waiting' as const,
      toStatus: 'offered' as const,
      reason: `${reason}, rank ${rank} of ${drawn.length}`,
    })),
  );
}

/** Placements covered by the same offers share one statement. */
function byOffers({ inputs }: Settled, granted: readonly Drawn[]): Group[] {
  const offers = new Map(inputs.applications.map(({ id, quotaIds }) => [id, quotaIds]));
  const groups = new Map<string, Group>();
  for (const { id } of granted) {
    const quotaIds = offers.get(id) ?? [];
    const key = quotaIds.toSorted().join();
    const group = groups.get(key) ?? { quotaIds, ids: [] };
    group.ids.push(id);
    groups.set(key, group);
  }
  return [...groups.values()];
}

interface Group {
  quotaIds: readonly string[];
  ids: string[];
}

async function reserve(
  sql: EntityManager,
  seats: QuotaSeats,
  { quotaIds, ids }: Group,
  { owners, at, reason }: Settled,
): Promise<void> {
  const requests = ids.map((id) => ({ placementId: id, by: owners.get(id) ?? '' }));
  const { placementIds } = await seats.reserve(sql, { quotaIds, requests, at, reason });
  // The offers have been locked since their free seats were read.
  if (placementIds.size !== ids.length) throw new Error('A draw granted seats that are not there.');
}
