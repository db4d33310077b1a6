import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { HandlesJob } from '../../platform/queue/handles-job.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { outdateEverywhere, outdateForState } from '../outdate.queries.ts';
import { findRules } from './law-rules.queries.ts';

/** Follows the changes of law: what a changed rule concerns is decided again. */
@Injectable()
export class LawWorker {
  constructor(private readonly outbox: Outbox) {}

  @HandlesJob('law.changed')
  async changed({ code }: Jobs['law.changed'], sql: EntityManager): Promise<void> {
    const [rule] = await findRules(sql, { code });
    if (!rule) return;
    const { state } = rule;
    const outdated =
      state === null ? await outdateEverywhere(sql) : await outdateForState(sql, state);
    if (outdated > 0) await this.outbox.put(sql, 'matches.outdated', {});
  }
}
