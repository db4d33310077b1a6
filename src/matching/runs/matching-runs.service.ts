import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, type FindManyOptions, In } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { describeFailure, type ToldFailure } from '../../platform/language/failure.ts';
import type { Language } from '../../platform/language/language.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { vacancyNotFound } from '../../vacancies/vacancies.errors.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { Assignments } from '../assignment/assignments.service.ts';
import type { MatchingRunDto } from '../matching.dto.ts';
import type { Tally } from '../matches/vacancy-records.ts';
import { giveRunUp, runGivenUp } from './given-up.ts';
import { MatchingRun } from './matching-run.entity.ts';
import { nothingToMatch, runNotFound, tooManyToAllocate } from '../matching.errors.ts';
import { VacancyMatcher } from '../vacancy-matcher.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

/** A run with its progress. */
export interface RunView extends Omit<MatchingRun, 'vacancyIds'> {
  /** 0 to 100. */
  percent: number;
  /** Why the run failed; null if it did not. */
  failure: ToldFailure | null;
}

/** How many vacancies are decided in one transaction. */
const CHUNK = 100;

/**
 * An assignment is held in memory as a whole: about a million applications at a hundred per
 * vacancy.
 */
const MAX_ALLOCATED = 10_000;

/** Runs that organisations ask for. Automatic decisions belong to MatchingWorker. */
@Injectable()
export class MatchingRuns {
  constructor(
    private readonly database: Database,
    private readonly matcher: VacancyMatcher,
    private readonly clock: Clock,
    private readonly assignments: Assignments,
  ) {}

  /**
   * Starts a run.
   *
   * @throws ProblemError 404 for a vacancy that the caller cannot see; 409 if none is open, or too
   * many are to be allocated
   */
  async start({ kind, vacancyIds }: MatchingRunDto): Promise<RunView> {
    return this.database.transaction(async (sql) => {
      const where = vacancyIds ? { id: In(vacancyIds) } : { status: 'open' as const };
      // Similar vacancies are decided together: they need the same candidates and the same law.
      const order = { state: 'ASC' as const, isco: 'ASC' as const, id: 'ASC' as const };
      const found = await sql.find(Vacancy, { select: { id: true }, where, order });
      if (vacancyIds && found.length < vacancyIds.length) throw vacancyNotFound();
      if (found.length === 0) throw nothingToMatch();
      if (kind === 'allocate' && found.length > MAX_ALLOCATED)
        throw tooManyToAllocate(MAX_ALLOCATED);
      const id = newId();
      const { organisationId } = currentTenant();
      await sql.query(
        `INSERT INTO matching_run (id, organisation_id, kind, status, vacancy_ids)
         VALUES ($1, $2, $3, 'waiting', $4)`,
        [id, organisationId, kind, found.map((vacancy) => vacancy.id)],
      );
      if (kind === 'allocate') await this.assignments.announce(sql, id);
      else await putJob(sql, 'matching-run.started', { runId: id });
      return this.get(id);
    });
  }

  /** Returns runs, newest first, with failures in the given language. */
  async list(query: PageQuery, language: Language): Promise<Page<RunView>> {
    return pageOf(await this.find(newestFirst(query), language), query);
  }

  /** @throws ProblemError 404 if the caller cannot see the run */
  async get(id: string, language: Language = 'en'): Promise<RunView> {
    const [found] = await this.find({ where: { id } }, language);
    if (!found) throw runNotFound();
    return found;
  }

  /**
   * Decides 100 vacancies per step and stores the progress with each, so that a crash repeats
   * nothing. A few steps run at once, so that threads decide while the database stores.
   */
  @HandlesJob('matching-run.started', { inSteps: true, givenUp: 'givenUp' })
  async run({ runId }: Jobs['matching-run.started'], steps: JobSteps): Promise<void> {
    const { vacancyIds } = await this.begin(runId);
    const chunks = [...partsOf(vacancyIds, CHUNK)];
    await Readable.from(chunks).forEach(
      async ({ from, some }: (typeof chunks)[number]) => {
        await steps.once(`from-${from}`, (sql) => this.matchChunk(sql, runId, some));
      },
      { concurrency: this.matcher.concurrency },
    );
    await steps.once('end', async (sql) => {
      const finishedAt = this.clock.now();
      const running = { id: runId, status: 'running' as const };
      await sql.update(MatchingRun, running, { status: 'finished', finishedAt });
    });
  }

  async givenUp({ runId }: Jobs['matching-run.started'], sql: EntityManager): Promise<void> {
    await giveRunUp(sql, runId, this.clock.now());
  }

  private async matchChunk(
    sql: EntityManager,
    runId: string,
    ids: readonly string[],
  ): Promise<void> {
    const tallies = await this.matcher.match(sql, ids, { isRequested: true });
    const sum = (name: keyof Tally): number =>
      tallies.reduce((total, tally) => total + tally[name], 0);
    await sql.query(
      `UPDATE matching_run
          SET done = done + $2, considered = considered + $3, proposed = proposed + $4,
              waiting = waiting + $5, held_back = held_back + $6
        WHERE id = $1`,
      [runId, ids.length, sum('considered'), sum('proposed'), sum('waiting'), sum('heldBack')],
    );
  }

  private async begin(id: string): Promise<MatchingRun> {
    return this.database.transaction(async (sql) => {
      const versions = await this.matcher.versions(sql);
      const startedAt = this.clock.now();
      await sql.update(
        MatchingRun,
        { id, status: 'waiting' },
        { startedAt, versions, status: 'running' },
      );
      const select = { id: true, vacancyIds: true };
      return sql.findOneOrFail(MatchingRun, { select, where: { id } });
    });
  }

  private async find(which: FindManyOptions<MatchingRun>, language: Language): Promise<RunView[]> {
    const rows = await this.database.transaction((sql) => sql.find(MatchingRun, which));
    return rows.map((run) => ({
      ...run,
      percent: Math.floor((100 * run.done) / run.total),
      failure: run.status === 'failed' ? describeFailure(runGivenUp, language) : null,
    }));
  }
}
