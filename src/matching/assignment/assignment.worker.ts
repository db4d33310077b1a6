import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { giveRunUp } from '../runs/given-up.ts';
import { MatchingRun } from '../runs/matching-run.entity.ts';
import { VacancyMatcher } from '../vacancy-matcher.ts';
import { Assignment } from './assignment.entity.ts';
import { assign } from './acceptance/deferred-acceptance.ts';
import { drawMarket } from './draw-market.ts';
import {
  AssignmentInputBuilder,
  hashAssignmentInput,
  type OwnedApplication,
} from './load-assignment-input.queries.ts';
import type { AssignmentInput } from './draw-market.ts';
import { storeAssignment } from './store-assignment.ts';
import { isSound, verifyAssignment } from './acceptance/verify-assignment.ts';

/** How many vacancies are read between two updates of the progress. */
const CHUNK = 100;

/** Proposes an assignment for a run of kind `allocate`. It decides nothing and reserves nothing. */
@Injectable()
export class AssignmentWorker {
  constructor(
    private readonly database: Database,
    private readonly matcher: VacancyMatcher,
    private readonly clock: Clock,
  ) {}

  /**
   * Draws and stores an assignment. After a crash it is drawn again from the same seed: everything
   * is stored in a single step.
   */
  @HandlesJob('allocation.started', { inSteps: true, givenUp: 'givenUp' })
  async draw({ runId }: Jobs['allocation.started'], steps: JobSteps): Promise<void> {
    const { run, seed } = await this.begin(runId);
    const call = await this.gather(run, seed);
    const drawn = drawMarket(call);
    const proposed = assign(drawn.market);
    const found = verifyAssignment(drawn.market, proposed);
    if (!isSound(found)) throw new Error(`Unsound assignment: ${JSON.stringify(found)}`);
    await steps.once('store', async (sql) => {
      const { id, organisationId } = run;
      if (!(await isRunning(sql, id))) return;
      const figures = await storeAssignment(sql, { id, organisationId, drawn, proposed });
      const at = this.clock.now();
      await sql.update(Assignment, { id }, { drawnAt: at, inputHash: hashAssignmentInput(call) });
      const { applications: considered, placed } = figures;
      const sums = { considered, proposed: placed, heldBack: considered - placed };
      await sql.update(MatchingRun, { id }, { ...sums, status: 'finished', finishedAt: at });
    });
  }

  /**
   * Records that the assignment was given up. Its seed was published, so everyone who saw it must
   * see how it ended.
   */
  async givenUp({ runId: id }: Jobs['allocation.started'], sql: EntityManager): Promise<void> {
    const at = this.clock.now();
    await giveRunUp(sql, id, at);
    await sql.update(Assignment, { id, drawnAt: IsNull() }, { givenUpAt: at });
  }

  private async begin(id: string): Promise<{ run: MatchingRun; seed: string }> {
    return this.database.as(SYSTEM, async (sql) => {
      const versions = await this.matcher.versions(sql);
      const begun = { status: 'running' as const, startedAt: this.clock.now(), versions };
      await sql.update(MatchingRun, { id, status: 'waiting' }, begun);
      const select = { id: true, organisationId: true, vacancyIds: true };
      const run = await sql.findOneOrFail(MatchingRun, { select, where: { id } });
      const { seed } = await sql.findOneByOrFail(Assignment, { id });
      return { run, seed };
    });
  }

  private async gather(run: MatchingRun, seed: string): Promise<AssignmentInput<OwnedApplication>> {
    const builder = new AssignmentInputBuilder(this.clock.today());
    const { id, vacancyIds } = run;
    for (let from = 0; from < vacancyIds.length; from += CHUNK) {
      const done = Math.min(from + CHUNK, vacancyIds.length);
      await this.database.as(SYSTEM, async (sql) => {
        await builder.add(sql, vacancyIds.slice(from, done));
        await sql.update(MatchingRun, { id }, { done });
      });
    }
    return builder.build(seed);
  }
}

/**
 * Returns whether the run is still running, and locks it so that it cannot be given up before the
 * transaction ends.
 */
async function isRunning(sql: EntityManager, id: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 FROM matching_run WHERE id = $1 AND status = 'running' FOR UPDATE`,
    [id],
  );
  return rows.length > 0;
}
