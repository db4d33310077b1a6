import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { type AsOfQuery, momentOf } from '../../platform/http/as-of.ts';
import { type Page, pageBy, pageOf } from '../../platform/http/paging.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { Quota } from '../quota.entity.ts';
import { type QuotaView, viewOf } from '../quotas.dto.ts';
import { seatsNotMovable } from '../quotas.errors.ts';
import { getQuota, recordTerms } from '../quotas.queries.ts';
import { discloseSeats } from '../disclosed-seats.ts';
import type { EntryOrigin } from './entry-origin.ts';
import type { HolderQuery, QuotaEntryDto, SeatMoveDto } from './ledger.dto.ts';
import { moveOfferedSeats } from './offered-seats.ts';
import { PromisedSeats } from './promised-seats.ts';
import { releaseOutsideSeats, takeOutsideSeats } from './outside-seats.ts';
import { QuotaEntry } from './quota-entry.entity.ts';
import { QuotaHolding } from './quota-holding.entity.ts';
import { lockQuotas } from './reserve-seats.ts';
import { type StandAsOf, standAsOf } from './stand.queries.ts';

/**
 * The history of an offer's seats: what happened to each, when, by whom and for which placement.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly promised: PromisedSeats,
  ) {}

  /** Records seats taken or given back outside Passerelle. @throws ProblemError 404, 409 */
  async record(quotaId: string, { act, seats, reason }: QuotaEntryDto): Promise<QuotaView> {
    return this.database.transaction(async (sql) => {
      await getQuota(sql, quotaId);
      const entered = { quotaId, seats, ...this.originOf(reason) };
      await (act === 'take' ? takeOutsideSeats : releaseOutsideSeats)(sql, entered);
      const after = await getQuota(sql, quotaId);
      const before = { ...after, taken: after.taken + (act === 'take' ? -seats : seats) };
      // Matching asks only whether a seat is left, so only the last seat taken and the first one
      // given back are announced.
      if (hasRoom(before) !== hasRoom(after)) await putJob(sql, 'quota.changed', { quotaId });
      if (act === 'release') await putJob(sql, 'seats.freed', { quotaId });
      return viewOf(after);
    });
  }

  /**
   * Moves free seats to another offer of the same state, unless an allocation round is pending for
   * them. @throws ProblemError 404, 409
   */
  async move(quotaId: string, { to, seats, reason }: SeatMoveDto): Promise<QuotaView> {
    return this.database.transaction(async (sql) => {
      await getQuota(sql, quotaId);
      await getQuota(sql, to);
      await lockQuotas(sql, [quotaId, to]);
      await this.promised.assertFree(sql, quotaId);
      const entered = this.originOf(reason);
      const moved = await moveOfferedSeats(sql, { from: quotaId, to, seats }, entered);
      if (!moved) throw seatsNotMovable();
      await this.announceMove(sql, [quotaId, to], entered.at);
      return viewOf(await getQuota(sql, quotaId));
    });
  }

  /**
   * Moves the seats of a reserved share that are still free on its fall-back date (`on`,
   * `yyyy-mm-dd`) to the offer named for them. An offer with a pending round is skipped until the
   * round is over.
   */
  async fallBack(sql: EntityManager, on: string): Promise<void> {
    const due = await sql.query<{ id: string; to: string; seats: number }[]>(
      `SELECT id, falls_back_to AS "to", seats - taken AS seats FROM quota
        WHERE falls_back_on <= $1 AND seats > taken ORDER BY id`,
      [on],
    );
    const quotaIds = due.map(({ id }) => id);
    // Lock first. A round announced meanwhile then waits, and gets the seats that are left
    // afterwards.
    await lockQuotas(sql, quotaIds.concat(due.map(({ to }) => to)));
    const promised = await this.promised.findPromised(sql, quotaIds);
    for (const { id, to, seats } of due) {
      if (promised.has(id)) continue;
      const entered = { by: null, at: this.clock.now(), reason: 'Not taken by its date' };
      const moved = await moveOfferedSeats(sql, { from: id, to, seats }, entered);
      if (moved) await this.announceMove(sql, [id, to], entered.at);
    }
  }

  /** Returns the entries of an offer, oldest first. @throws ProblemError 404 */
  async entries(quotaId: string, query: HolderQuery): Promise<Page<QuotaEntry>> {
    const { cursor, placementId, limit } = query;
    const where = { quotaId, ...(placementId && { placementId }), ...(cursor && after(cursor)) };
    return this.database.transaction(async (sql) => {
      await getQuota(sql, quotaId);
      const order = { id: 'ASC' as const };
      return pageOf(await sql.find(QuotaEntry, { where, order, take: limit + 1 }), query);
    });
  }

  /** Returns the placements that hold its seats, and the stage of each. @throws ProblemError 404 */
  async holders(quotaId: string, query: HolderQuery): Promise<Page<QuotaHolding>> {
    const { cursor, placementId, limit } = query;
    const which = { ...(placementId && { placementId }), ...(cursor && afterHolder(cursor)) };
    return this.database.transaction(async (sql) => {
      await getQuota(sql, quotaId);
      const order = { placementId: 'ASC' as const };
      const where = { quotaId, ...which };
      const rows = await sql.find(QuotaHolding, { where, order, take: limit + 1 });
      return pageBy(rows, query, ({ placementId }) => placementId);
    });
  }

  /** Returns the seats by stage at a moment, or now if none is given. @throws ProblemError 404 */
  async stand(quotaId: string, query: AsOfQuery): Promise<StandAsOf> {
    const at = momentOf(query) ?? this.clock.now();
    return this.database.transaction(async (sql) => {
      await getQuota(sql, quotaId);
      const stand = discloseSeats(await standAsOf(sql, quotaId, at));
      const remaining = Math.max(0, stand.offered - stand.taken);
      return { asOf: at.toISOString(), ...stand, remaining };
    });
  }

  private async announceMove(
    sql: EntityManager,
    [from, to]: [string, string],
    at: Date,
  ): Promise<void> {
    for (const quotaId of [from, to]) {
      await recordTerms(sql, await getQuota(sql, quotaId), at);
      await putJob(sql, 'quota.changed', { quotaId });
    }
    await putJob(sql, 'seats.freed', { quotaId: to });
  }

  private originOf(reason: string): EntryOrigin {
    return { by: currentTenant().organisationId, at: this.clock.now(), reason };
  }
}

const after = (cursor: string) => ({ id: MoreThan(cursor) });
const afterHolder = (cursor: string) => ({ placementId: MoreThan(cursor) });

function hasRoom({ seats, taken }: Pick<Quota, 'seats' | 'taken'>): boolean {
  return seats > taken;
}
