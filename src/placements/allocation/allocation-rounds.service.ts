import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { getOne } from '../../platform/database/rows.ts';
import { currentTenant, ownOrganisation } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { describeFailure } from '../../platform/language/failure.ts';
import type { Language } from '../../platform/language/language.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { lockQuotas } from '../../quotas/ledger/reserve-seats.ts';
import {
  drawGivenUp,
  notWithdrawable,
  nothingToDraw,
  otherPublicValue,
  publicValueUnasked,
  roundNotFound,
  roundPending,
  stillOpen,
} from './allocation-rounds.errors.ts';
import { AllocationRound, pendingStatuses } from './allocation-round.entity.ts';
import type { AllocationRoundDto, DrawDto, RoundView } from './allocation-rounds.dto.ts';
import { lastDayOf } from './drawing/batches.ts';
import { assertUsable } from './check-round.ts';
import { findPendingRounds } from './pending-rounds.queries.ts';
import { sealSeed } from './drawing/seed.ts';
import { getQuota } from '../../quotas/quotas.queries.ts';

/** Rounds that allocate the seats of national offers, each run by the ministry of its state. */
@Injectable()
export class AllocationRounds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Announces a round with the hash of its seed. From now on the free seats of the offer are for it
   * alone. @throws ProblemError 400, 404 for another state's offer, 409 while another round is
   * pending
   */
  async announce(dto: AllocationRoundDto): Promise<RoundView> {
    const { quotaId, criteria = [], batches = 1, publicSource = null } = dto;
    const id = newId();
    const { sealedSeed, seedHash } = sealSeed();
    return this.database.transaction(async (sql) => {
      const quota = await getQuota(sql, quotaId);
      assertUsable(dto, quota, this.clock.today());
      const { state, partnerCountry } = quota;
      const organisationId = ownOrganisation();
      const known = { ...dto, id, state, partnerCountry, organisationId, seedHash };
      await this.database.elevated(sql, async () => {
        await lockQuotas(sql, [quotaId]);
        if ((await findPendingRounds(sql, [quotaId])).length > 0) throw roundPending();
        const begun = { status: 'announced' as const, createdAt: this.clock.now() };
        await sql.insert(AllocationRound, { ...known, ...begun, criteria, batches, publicSource });
        await sql.query('INSERT INTO allocation_seed (round_id, seed) VALUES ($1, $2)', [
          id,
          sealedSeed,
        ]);
      });
      return viewOf(await getRound(sql, id));
    });
  }

  /**
   * Lists rounds, newest first, so that the one open or drawn last comes first. Failures are in
   * `language`.
   */
  async list(query: PageQuery, language: Language): Promise<Page<RoundView>> {
    const rows = await this.database.transaction((sql) =>
      sql.find(AllocationRound, newestFirst(query)),
    );
    return pageOf(
      rows.map((row) => viewOf(row, language)),
      query,
    );
  }

  /** Returns a round, with any failure in `language`. @throws ProblemError 404 */
  get(id: string, language: Language): Promise<RoundView> {
    return this.database.transaction(async (sql) => viewOf(await getRound(sql, id), language));
  }

  /**
   * Has the batch that has closed drawn in the background. @throws ProblemError 400, 404, 409
   * before it has closed
   */
  async draw(id: string, dto: DrawDto): Promise<RoundView> {
    const publicValue = dto.publicValue ?? null;
    return this.database.transaction(async (sql) => {
      const round = await getOwn(sql, id);
      const { status } = round;
      if (status === 'drawn' || status === 'withdrawn') throw nothingToDraw(status);
      const until = lastDayOf(round, round.draws + 1);
      if (until >= this.clock.today()) throw stillOpen(until);
      if ((round.publicSource !== null) !== (publicValue !== null)) throw publicValueUnasked();
      if (round.publicValue !== null && round.publicValue !== publicValue) {
        throw otherPublicValue();
      }
      if (publicValue !== null) await sql.update(AllocationRound, { id }, { publicValue });
      await this.requestDraw(sql, round);
      return viewOf(await getRound(sql, id));
    });
  }

  /**
   * Withdraws a round before its first day, or after its draw has failed. Its offer is then without
   * a round. @throws ProblemError 404, 409
   */
  async withdraw(id: string): Promise<RoundView> {
    return this.database.transaction(async (sql) => {
      const { opensOn, status, quotaId } = await getOwn(sql, id);
      const isBefore = status === 'announced' && opensOn > this.clock.today();
      if (!isBefore && status !== 'failed') throw notWithdrawable();
      await sql.update(AllocationRound, { id }, { status: 'withdrawn' });
      await putJob(sql, 'seats.freed', { quotaId });
      return viewOf(await getRound(sql, id));
    });
  }

  /**
   * Has every batch drawn that closed before `on` and needs no public value. Called every night.
   */
  async announceClosed(sql: EntityManager, on: string): Promise<void> {
    const rounds = await sql.find(AllocationRound, {
      where: { status: In([...pendingStatuses]) },
      order: { id: 'ASC' },
      // Locked, since a draw that is under way may end the round.
      lock: { mode: 'pessimistic_write' },
    });
    for (const round of rounds) {
      if (round.publicSource !== null || lastDayOf(round, round.draws + 1) >= on) continue;
      await this.requestDraw(sql, round);
    }
  }

  /** Has the next batch drawn, even if its draw has failed before. */
  private async requestDraw(sql: EntityManager, { id, draws }: AllocationRound): Promise<void> {
    await sql.update(AllocationRound, { id }, { status: 'announced' });
    await putJob(sql, 'allocation-batch.closed', { roundId: id, batch: draws + 1 });
  }
}

function getRound(sql: EntityManager, id: string): Promise<AllocationRound> {
  return getOne(sql, AllocationRound, { id }, roundNotFound);
}

/**
 * Returns a round of the caller's state as a draw that is under way leaves it, and locks it. Every
 * caller may read every round, so row security alone does not protect those of other states.
 */
async function getOwn(sql: EntityManager, id: string): Promise<AllocationRound> {
  const lock = { mode: 'pessimistic_write' as const };
  const found = await sql.findOne(AllocationRound, { where: { id }, lock });
  if (found?.state !== currentTenant().country) throw roundNotFound();
  return found;
}

function viewOf(round: AllocationRound, language: Language = 'en'): RoundView {
  const { status, draws } = round;
  return {
    ...round,
    nextDrawAfterOn: pendingStatuses.some((one) => one === status)
      ? lastDayOf(round, draws + 1)
      : null,
    failure: status === 'failed' ? describeFailure(drawGivenUp, language) : null,
  };
}
