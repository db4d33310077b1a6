import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../jobs.ts';
import { HandlesJob } from '../platform/queue/handles-job.ts';
import { Ledger } from './ledger/ledger.service.ts';

/** The nightly work on national offers. */
@Injectable()
export class QuotasWorker {
  constructor(private readonly ledger: Ledger) {}

  @HandlesJob('quotas.nightly', { every: 'night' })
  async nightly({ on }: Jobs['quotas.nightly'], sql: EntityManager): Promise<void> {
    await this.ledger.fallBack(sql, on);
  }
}
