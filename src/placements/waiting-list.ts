import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { changedRows } from '../platform/database/rows.ts';
import { partsOf } from '../platform/lists/parts-of.ts';
import { putJobs } from '../platform/queue/outbox.ts';
import { QuotaSeats } from '../quotas/ledger/quota-seats.service.ts';
import { lockQuotas } from '../quotas/ledger/reserve-seats.ts';
import type { PlacementStatus } from './placement.entity.ts';
import { undoHiring } from './steps/undo-hiring.ts';
import { writeOwnEvents } from './steps/write-events.ts';
import {
  findAnswering,
  findOfferable,
  findOffersWaitedFor,
  findWaiting,
  LOOKED_AT_ONCE,
  offerWaiting,
  type Waiting,
} from './waiting-list.queries.ts';

/**
 * What the application itself does with waiting and unanswered placements: it gives them seats, and
 * lets them expire.
 */
@Injectable()
export class WaitingList {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the free seats of an offer to the placements that wait for it, in order. While a round is
   * pending, its seats are for the round. A placement is passed over if its person has yet to
   * answer an offer from these seats for the same time, or if it may no longer be offered.
   */
  async serve(sql: EntityManager, quotaId: string): Promise<void> {
    // Lock in the order of ids, as everywhere, before serving them in another order.
    const all = await sql.query<{ quotaIds: string[] }[]>(
      `SELECT quota_ids AS "quotaIds" FROM placement
        WHERE status = 'waiting' AND quota_ids @> ARRAY[$1::uuid] ORDER BY id FOR UPDATE`,
      [quotaId],
    );
    // Lock all offers that any of them needs at once, in the same order as the writing of offers
    // does.
    await lockQuotas(sql, [...new Set(all.flatMap(({ quotaIds }) => quotaIds))]);
    const at = this.clock.now();
    const waiting = await findWaiting(sql, [quotaId], this.clock.today());
    for await (const { id, quotaIds, by } of offerableAmong(sql, waiting, at)) {
      // Asked one by one, as each seat given is an offer to answer.
      if ((await findAnswering(sql, [id])).size > 0) continue;
      const request = { quotaIds, requests: [{ placementId: id, by }], at };
      const got = await this.seats.reserve(sql, { ...request, reason: 'From the waiting list' });
      if (got.placementIds.size > 0) await this.offer(sql, id);
      // This offer alone has no seat left, so no later placement can get one. A placement that also
      // needs other offers may have failed because of those.
      else if (quotaIds.length === 1) return;
    }
  }

  /**
   * Serves the waiting placements again, as what held one back when a seat came free may be over.
   */
  async lookAgain(sql: EntityManager, on: string): Promise<void> {
    await putJobs(sql, 'seats.freed', await findOffersWaitedFor(sql, on));
  }

  /**
   * Expires offers that were not answered in time, placements still waiting when the work begins,
   * and those that hold a seat but were never authorised when their contract is over.
   */
  async expire(sql: EntityManager, on: string): Promise<void> {
    // In order of ids, and skipping placements locked by others, which are tried again tomorrow.
    const lapsed = await changedRows<{ id: string; was: PlacementStatus }>(
      sql,
      `WITH due AS (
         SELECT id, status FROM placement
          WHERE status = 'offered' AND answer_by_on < $1 OR status = 'waiting' AND starts_on <= $1
                OR status = 'accepted' AND partner_country IS NOT NULL AND ends_on < $1
          ORDER BY id FOR UPDATE SKIP LOCKED)
       UPDATE placement SET status = 'expired', status_on = $1, version = version + 1
         FROM due WHERE due.id = placement.id
       RETURNING placement.id, due.status AS was`,
      [on],
    );
    const ids = lapsed.map(({ id }) => id);
    const reason = 'Not answered or authorised in time';
    await this.seats.move(sql, ids, 'expire', { by: null, at: this.clock.now(), reason });
    await undoHiring(sql, ids, this.clock.now());
    await writeOwnEvents(
      sql,
      this.clock.now(),
      lapsed.map(({ id: placementId, was: fromStatus }) => ({
        placementId,
        step: 'expire',
        fromStatus,
        toStatus: 'expired',
      })),
    );
  }

  private async offer(sql: EntityManager, id: string): Promise<void> {
    await offerWaiting(sql, [id], this.clock.today());
    await writeOwnEvents(sql, this.clock.now(), [
      { placementId: id, step: 'seat-found', fromStatus: 'waiting', toStatus: 'offered' },
    ]);
  }
}

/** Yields the waiting placements that may still be offered, in order. */
async function* offerableAmong(
  sql: EntityManager,
  waiting: readonly Waiting[],
  now: Date,
): AsyncGenerator<Waiting> {
  for (const { some } of partsOf(waiting, LOOKED_AT_ONCE)) {
    const ids = some.map(({ id }) => id);
    const offerable = await findOfferable(sql, ids, now);
    yield* some.filter(({ id }) => offerable.has(id));
  }
}
