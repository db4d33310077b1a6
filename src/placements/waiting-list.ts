import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../matching/calendar-days.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { QuotaSeats } from '../quotas/ledger/quota-seats.service.ts';
import { lockQuotas } from '../quotas/ledger/reserve-seats.ts';
import type { PlacementStatus } from './placement.entity.ts';
import { writeOwnEvents } from './steps/write-events.ts';
import { findOffersWaitedFor, findServable, findWaiting } from './waiting-list.queries.ts';

/** How long whoever gets a seat late may think. */
const DAYS_TO_ANSWER = 14;

/** What the application itself does with placements: seats for those who wait, and lapsed offers. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Free seats of an offer go to those who wait for it, in their order. While a round is to come, its seats
   * are for it. Whoever has yet to answer an offer from these seats for the same time is passed over until
   * they do, and so is whoever may not be offered the post any more.
   */
  async serve(sql: EntityManager, quotaId: string): Promise<void> {
    const on = this.clock.today();
    // Locked in the order of ids, as everywhere, before they are served in another.
    const all = await sql.query<{ quotaIds: string[] }[]>(
      `SELECT quota_ids AS "quotaIds" FROM placement
        WHERE status = 'waiting' AND quota_ids @> ARRAY[$1::uuid] ORDER BY id FOR UPDATE`,
      [quotaId],
    );
    // All offers that any of them needs at once: whoever makes an offer locks them in the same order.
    await lockQuotas(sql, [...new Set(all.flatMap(({ quotaIds }) => quotaIds))]);
    for (const { id, quotaIds, by } of await findWaiting(sql, [quotaId], on)) {
      if (!(await findServable(sql, [id], on)).has(id)) continue;
      const at = this.clock.now();
      const request = { quotaIds, requests: [{ placementId: id, by }], at };
      const got = await this.seats.reserve(sql, { ...request, reason: 'From the waiting list' });
      if (got.placementIds.size > 0) await this.offer(sql, id);
      // Under this offer alone there is nothing left; somebody after them may need others too.
      else if (quotaIds.length === 1) return;
    }
  }

  /** What kept somebody out when a seat came free may be over: those who wait are looked at again. */
  async lookAgain(sql: EntityManager, on: string): Promise<void> {
    await this.outbox.putAll(sql, 'seats.freed', await findOffersWaitedFor(sql, on));
  }

  /** Offers that nobody answered in time, and waiting for work that has begun, come to an end. */
  async lapse(sql: EntityManager, on: string): Promise<void> {
    // In order, and without waiting for whoever acts on one right now: it is looked at again tomorrow.
    const [lapsed] = await sql.query<[{ id: string; was: PlacementStatus }[]]>(
      `WITH due AS (
         SELECT id, status FROM placement
          WHERE status = 'offered' AND answer_by_on < $1 OR status = 'waiting' AND starts_on <= $1
          ORDER BY id FOR UPDATE SKIP LOCKED)
       UPDATE placement SET status = 'expired', status_on = $1, version = version + 1
         FROM due WHERE due.id = placement.id
       RETURNING placement.id, due.status AS was`,
      [on],
    );
    const ids = lapsed.map(({ id }) => id);
    const reason = 'Not answered in time';
    await this.seats.move(sql, ids, 'expire', { by: null, at: this.clock.now(), reason });
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
    const today = this.clock.today();
    await sql.query(
      `UPDATE placement SET status = 'offered', status_on = $2, version = version + 1,
                            queue_rank = NULL,
                            answer_by_on = LEAST($3::date, starts_on)
        WHERE id = $1`,
      [id, today, addDays(today, DAYS_TO_ANSWER)],
    );
    await writeOwnEvents(sql, this.clock.now(), [
      { placementId: id, step: 'seat-found', fromStatus: 'waiting', toStatus: 'offered' },
    ]);
  }
}
