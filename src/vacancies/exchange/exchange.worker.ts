import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { giveOffers } from './give-offers.ts';
import { PollSource } from './taking/poll-source.service.ts';
import { findDue } from './taking/source-lease.queries.ts';

/** Keeps the exchange going in both directions. */
@Injectable()
export class ExchangeWorker {
  constructor(
    private readonly clock: Clock,
    private readonly source: PollSource,
  ) {}

  /** Changes are offered even if no service asks, so that they never pile up. */
  @HandlesJob('exchange-sources.watched', { every: 'five-minutes' })
  async watch(_: Jobs['exchange-sources.watched'], sql: EntityManager): Promise<void> {
    for (const sourceId of await findDue(sql, this.clock.now()))
      await putJob(sql, 'exchange-source.due', { sourceId });
    await giveOffers(sql, this.clock.now().getTime(), this.clock.today());
  }

  @HandlesJob('exchange-source.due', { inSteps: true, queue: 'outside' })
  async due({ sourceId }: Jobs['exchange-source.due'], _: JobSteps): Promise<void> {
    await this.source.poll(sourceId);
  }
}
