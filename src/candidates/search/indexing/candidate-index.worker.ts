import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../../jobs.ts';
import { HandlesJob } from '../../../platform/queue/handles-job.ts';
import { Outbox } from '../../../platform/queue/outbox.ts';
import { CandidateIndex } from './candidate-index.ts';

/** Follows what happens to candidates. */
@Injectable()
export class CandidateIndexWorker {
  constructor(
    private readonly index: CandidateIndex,
    private readonly outbox: Outbox,
  ) {}

  /** Word goes on only from here, so that whoever acts on it finds the index up to date. */
  @HandlesJob('candidate.changed', { many: true })
  async changed(people: readonly Jobs['candidate.changed'][], sql: EntityManager): Promise<void> {
    await this.index.refresh(
      sql,
      people.map(({ candidateId }) => candidateId),
    );
    await this.outbox.putAll(sql, 'candidate.indexed', people);
    await this.outbox.putAll(sql, 'candidate.uncompared', people);
  }

  @HandlesJob('candidates.unindexed')
  async unindexed(
    { candidateIds }: Jobs['candidates.unindexed'],
    sql: EntityManager,
  ): Promise<void> {
    await this.index.refresh(sql, candidateIds);
  }
}
