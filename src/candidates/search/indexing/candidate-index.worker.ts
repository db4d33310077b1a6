import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../../jobs.ts';
import { HandlesJob, type JobSteps } from '../../../platform/queue/handles-job.ts';
import { putJob, putJobs } from '../../../platform/queue/outbox.ts';
import { CandidateIndex } from './candidate-index.ts';
import { partsOf } from '../../../platform/lists/parts-of.ts';

/**
 * The number of candidates indexed in one transaction. Small, because a change to one of them waits
 * for it.
 */
const AT_ONCE = 250;

/** Indexes candidates after they have changed. */
@Injectable()
export class CandidateIndexWorker {
  constructor(private readonly index: CandidateIndex) {}

  /** Later jobs are announced only here, so that they find the index up to date. */
  @HandlesJob('candidate.changed', { many: true })
  async changed(people: readonly Jobs['candidate.changed'][], sql: EntityManager): Promise<void> {
    await this.index.refresh(
      sql,
      people.map(({ candidateId }) => candidateId),
    );
    await putJobs(sql, 'candidate.indexed', people);
    await putJobs(sql, 'candidate.uncompared', people);
  }

  /**
   * Runs in a queue apart from single changes, so that a withdrawal of consent does not wait for
   * thousands of candidates. It must not wait for a long job either, as an undo may take consents
   * back.
   */
  @HandlesJob('candidates.changed', { inSteps: true, queue: 'small-imports' })
  async manyChanged({ candidateIds }: Jobs['candidates.changed'], steps: JobSteps): Promise<void> {
    for (const { from, some } of partsOf(candidateIds, AT_ONCE)) {
      await steps.once(`from-${from}`, async (sql) => {
        await this.index.refresh(sql, some);
        await putJob(sql, 'candidates.indexed', { candidateIds: some });
        await putJob(sql, 'candidates.uncompared', { candidateIds: some });
      });
    }
  }

  @HandlesJob('candidates.unindexed')
  async unindexed(
    { candidateIds }: Jobs['candidates.unindexed'],
    sql: EntityManager,
  ): Promise<void> {
    await this.index.refresh(sql, candidateIds);
  }
}
