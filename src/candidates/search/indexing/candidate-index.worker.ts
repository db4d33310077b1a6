import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../../jobs.ts';
import { HandlesJob, type JobSteps } from '../../../platform/queue/handles-job.ts';
import { Outbox } from '../../../platform/queue/outbox.ts';
import { CandidateIndex } from './candidate-index.ts';
import { partsOf } from '../../../platform/lists/parts-of.ts';

/** Few, since whoever of them changes meanwhile waits. */
const AT_ONCE = 250;

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

  /**
   * Beside the facts, since whoever withdraws a consent must not wait for thousands of people; and before any long job is
   * through, since an undo may take consents back.
   */
  @HandlesJob('candidates.changed', { inSteps: true, queue: 'small-imports' })
  async manyChanged({ candidateIds }: Jobs['candidates.changed'], steps: JobSteps): Promise<void> {
    for (const { from, some } of partsOf(candidateIds, AT_ONCE)) {
      await steps.once(`from-${from}`, async (sql) => {
        await this.index.refresh(sql, some);
        await this.outbox.put(sql, 'candidates.indexed', { candidateIds: some });
        await this.outbox.put(sql, 'candidates.uncompared', { candidateIds: some });
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
