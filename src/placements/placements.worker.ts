import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../jobs.ts';
import { HandlesJob } from '../platform/queue/handles-job.ts';
import { AllocationRounds } from './allocation/allocation-rounds.service.ts';
import { Withdrawals } from './steps/withdrawals.ts';
import { WaitingList } from './waiting-list.ts';

/** Updates placements when seats come free, when a candidate is erased, and every night. */
@Injectable()
export class PlacementsWorker {
  constructor(
    private readonly waiting: WaitingList,
    private readonly rounds: AllocationRounds,
    private readonly withdrawals: Withdrawals,
  ) {}

  @HandlesJob('seats.freed')
  async freed({ quotaId }: Jobs['seats.freed'], sql: EntityManager): Promise<void> {
    await this.waiting.serve(sql, quotaId);
  }

  @HandlesJob('candidate.erased')
  async erased(_: Jobs['candidate.erased'], sql: EntityManager): Promise<void> {
    await this.withdrawals.ofErasedPeople(sql);
  }

  @HandlesJob('placements.nightly', { every: 'night' })
  async nightly({ on }: Jobs['placements.nightly'], sql: EntityManager): Promise<void> {
    // First, because a draw locks its round before the placements and the offers.
    await this.rounds.announceClosed(sql, on);
    await this.waiting.expire(sql, on);
    await this.waiting.lookAgain(sql, on);
  }
}
