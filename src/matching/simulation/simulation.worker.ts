import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { findRules, lawSequence } from '../law/law-rules.queries.ts';
import { DraftEffects } from './draft-effects.ts';
import { DraftedRules } from './draft.ts';
import { Simulation } from './simulation.entity.ts';
import { DraftComparison } from './draft-comparison.service.ts';
import { findVacanciesConcerned } from './vacancies-concerned.queries.ts';

/** How many vacancies are decided between two checks for a cancellation. */
const CHUNK = 50;

const RUNNING = In<Simulation['status']>(['waiting', 'running']);

/**
 * Works out what a draft would change. It writes only its progress and the report, so an
 * interrupted simulation starts again from the beginning.
 */
@Injectable()
export class SimulationWorker {
  constructor(
    private readonly database: Database,
    private readonly comparison: DraftComparison,
    private readonly clock: Clock,
  ) {}

  @HandlesJob('simulation.started', { inSteps: true, givenUp: 'givenUp' })
  async run({ simulationId: id }: Jobs['simulation.started'], steps: JobSteps): Promise<void> {
    const begun = await this.database.as(SYSTEM, (sql) => this.begin(sql, id));
    if (!begun) return;
    const { draft, law, vacancyIds } = begun;
    const rules = await this.database.as(SYSTEM, (sql) => findRules(sql, { sequence: law }));
    const task = { draft, law, drafted: new DraftedRules(draft, rules) };
    const effects = new DraftEffects(draft.drafter);
    for (let from = 0; from < vacancyIds.length; from += CHUNK) {
      const chunk = vacancyIds.slice(from, from + CHUNK);
      await this.database.as(SYSTEM, async (sql) => {
        for (const one of await this.comparison.decide(sql, chunk, task)) effects.add(one);
      });
      const goesOn = await this.database.as(SYSTEM, (sql) =>
        update(sql, id, { done: from + chunk.length }),
      );
      if (!goesOn) return;
    }
    const report = effects.report(draft);
    const finishedAt = this.clock.now();
    await steps.once('end', async (sql) => {
      await update(sql, id, { status: 'finished', report, finishedAt });
    });
  }

  /** Marks the simulation as failed, unless it was cancelled before. */
  async givenUp(
    { simulationId: id }: Jobs['simulation.started'],
    sql: EntityManager,
  ): Promise<void> {
    const over = { status: 'failed' as const, finishedAt: this.clock.now() };
    await sql.update(Simulation, { id, status: RUNNING }, over);
  }

  /** Starts the simulation; returns null if it was cancelled before. */
  private async begin(sql: EntityManager, id: string) {
    const simulation = await sql.findOneBy(Simulation, { id, status: RUNNING });
    if (!simulation) return null;
    const { draft } = simulation;
    const vacancyIds = await findVacanciesConcerned(sql, draft.drafter);
    const law = await lawSequence(sql);
    const startedAt = this.clock.now();
    const total = vacancyIds.length;
    await sql.update(
      Simulation,
      { id, status: RUNNING },
      { status: 'running', total, done: 0, law, startedAt },
    );
    return { draft, law, vacancyIds };
  }
}

/** Updates a running simulation. Returns false if it was cancelled or given up. */
async function update(
  sql: EntityManager,
  id: string,
  known: Pick<Simulation, 'done'> | Pick<Simulation, 'status' | 'report' | 'finishedAt'>,
): Promise<boolean> {
  const { affected } = await sql.update(Simulation, { id, status: 'running' }, known);
  return affected === 1;
}
