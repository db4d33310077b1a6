import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Database } from '../../platform/database/database.ts';
import { BEFORE_ALL } from '../../platform/database/new-id.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { ComparePeople } from './compare-people.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

/**
 * The number of candidates compared in one transaction. Small, because erasures, undos and single
 * comparisons wait for it.
 */
const AT_ONCE = 250;

/** Looks for duplicates after candidates have arrived or changed. */
@Injectable()
export class CandidateDuplicatesWorker {
  constructor(
    private readonly database: Database,
    private readonly people: ComparePeople,
  ) {}

  @HandlesJob('candidate.uncompared', { many: true })
  async some(people: readonly Jobs['candidate.uncompared'][], sql: EntityManager): Promise<void> {
    await this.people.compare(
      sql,
      people.map(({ candidateId }) => candidateId),
    );
  }

  @HandlesJob('candidates.uncompared', { inSteps: true, queue: 'comparisons' })
  async many({ candidateIds }: Jobs['candidates.uncompared'], steps: JobSteps): Promise<void> {
    for (const { from, some } of partsOf(candidateIds, AT_ONCE))
      await steps.once(`from-${from}`, (sql) => this.people.compare(sql, some));
  }

  /**
   * Compares the candidates of an import in pages, in the order of their ids. A later import may
   * take over some of them meanwhile, so that after a restart a page may end with another
   * candidate. The name of the step therefore holds both ends.
   */
  @HandlesJob('candidate-import.uncompared', { inSteps: true, queue: 'comparisons' })
  async all({ importId }: Jobs['candidate-import.uncompared'], steps: JobSteps): Promise<void> {
    let after: string = BEFORE_ALL;
    for (;;) {
      const ids = await this.database.as(SYSTEM, (sql) => next(sql, importId, after));
      const last = ids.at(-1);
      if (last === undefined) return;
      await steps.once(`${after}-${last}`, (sql) => this.people.compare(sql, ids));
      after = last;
    }
  }
}

async function next(sql: EntityManager, importId: string, after: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM candidate WHERE import_id = $1 AND id > $2 ORDER BY id LIMIT ${AT_ONCE}`,
    [importId, after],
  );
  return rows.map(({ id }) => id);
}
