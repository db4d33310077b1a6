import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PromisedSeats } from '../../quotas/ledger/promised-seats.ts';
import { roundPending } from './allocation-rounds.errors.ts';
import { findPendingRounds } from './pending-rounds.queries.ts';

/** Reserves the free seats of an offer for its pending round until that is drawn. */
@Injectable()
export class SeatsInRounds extends PromisedSeats {
  async findPromised(
    sql: EntityManager,
    quotaIds: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const rounds = await findPendingRounds(sql, quotaIds);
    return new Set(rounds.map(({ quotaId }) => quotaId));
  }

  /** @throws ProblemError 409 `allocation-pending` */
  async assertFree(sql: EntityManager, quotaId: string): Promise<void> {
    if ((await this.findPromised(sql, [quotaId])).size > 0) throw roundPending();
  }
}
