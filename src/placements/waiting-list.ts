import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../matching/calendar-days.ts';
import { Match } from '../matching/match.entity.ts';
import { Clock } from '../platform/clock/clock.ts';
import { QuotaSeats } from '../quotas/ledger/quota-seats.service.ts';
import { IS_PENDING } from './allocation/pending-rounds.queries.ts';
import type { PlacementStatus } from './placement.entity.ts';
import { obstacleOf } from './offers/obstacle.ts';
import { writeEvents } from './steps/write-events.ts';

interface Waiting {
  id: string;
  quotaIds: string[];
  by: string;
  /** Only a post by name stands for somebody whom gates may keep out. */
  kind: 'by-name' | 'generic';
  /** null where it is gone with the person's consent. */
  matchId: string | null;
}

/** How long whoever gets a seat late may think. */
const DAYS_TO_ANSWER = 14;

/** What the application itself does with placements: seats for those who wait, and lapsed offers. */
@Injectable()
export class WaitingList {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
  ) {}

  /**
   * Free seats of an offer go to those who wait for it: first as the last allocation round ranked
   * them, then in the order in which they came. While a round is to come, its seats are for it. Whoever
   * has yet to answer an offer from these seats for the same time is passed over until they do, and so
   * is whoever a gate other than the full offer itself has come to keep out meanwhile.
   */
  async serve(sql: EntityManager, quotaId: string): Promise<void> {
    // Locked in the order of ids, as everywhere, before they are served in another.
    await sql.query(
      `SELECT 1 FROM placement WHERE status = 'waiting' AND quota_ids @> ARRAY[$1::uuid]
        ORDER BY id FOR UPDATE`,
      [quotaId],
    );
    const waiting = await sql.query<Waiting[]>(
      `SELECT id, quota_ids AS "quotaIds", organisation_id AS by, match_id AS "matchId", kind
         FROM placement
        WHERE status = 'waiting' AND quota_ids @> ARRAY[$1::uuid] AND starts_on > $2
          AND NOT EXISTS (SELECT 1 FROM allocation_round
                           WHERE quota_id = ANY (quota_ids) AND ${IS_PENDING})
        ORDER BY queue_rank NULLS LAST, id`,
      [quotaId, this.clock.today()],
    );
    for (const { id, quotaIds, by, kind, matchId } of waiting) {
      if (await hasToAnswer(sql, id, quotaId)) continue;
      if (kind === 'by-name' && !(await mayBeOffered(sql, matchId))) continue;
      const at = this.clock.now();
      const request = { quotaIds, requests: [{ placementId: id, by }], at };
      const got = await this.seats.reserve(sql, { ...request, reason: 'From the waiting list' });
      if (got.placementIds.size > 0) await this.offer(sql, id);
      // Under this offer alone there is nothing left; somebody after them may need others too.
      else if (quotaIds.length === 1) return;
    }
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
    await writeEvents(
      sql,
      lapsed.map(({ id, was }) => this.event(id, 'expire', was, 'expired')),
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
    await writeEvents(sql, [this.event(id, 'seat-found', 'waiting', 'offered')]);
  }

  private event(
    placementId: string,
    step: 'seat-found' | 'expire',
    fromStatus: PlacementStatus,
    toStatus: PlacementStatus,
  ) {
    const system = { organisationId: null, role: 'system' as const };
    const when = { happenedOn: this.clock.today(), createdAt: this.clock.now() };
    return { placementId, step, fromStatus, toStatus, ...system, ...when };
  }
}

/** A refusal frees the seat, and with it looks through this list again. */
async function hasToAnswer(sql: EntityManager, id: string, quotaId: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 FROM placement own JOIN placement other ON other.candidate_id = own.candidate_id
      WHERE own.id = $1 AND other.id <> own.id AND other.status = 'offered'
        AND other.quota_ids @> ARRAY[$2::uuid]
        AND daterange(other.starts_on, other.ends_on, '[]')
              && daterange(own.starts_on, own.ends_on, '[]')
      LIMIT 1`,
    [id, quotaId],
  );
  return rows.length > 0;
}

/** Every gate but the full offer, as last decided: consent, preference, pressed sectors may have turned. */
async function mayBeOffered(sql: EntityManager, matchId: string | null): Promise<boolean> {
  const match = matchId === null ? null : await sql.findOneBy(Match, { id: matchId });
  return match !== null && obstacleOf(match) !== 'gate';
}
