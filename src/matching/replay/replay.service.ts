import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { MatchingRun } from '../runs/matching-run.entity.ts';
import { runNotFound } from '../matching.errors.ts';
import { VacancyMatcher } from '../vacancy-matcher.ts';
import { type Difference, replay } from './replay.ts';
import { findReplayable } from './replayable.queries.ts';

export interface ReplayReport {
  /** How many decisions were made again. */
  replayed: number;
  /** How many decisions were stored before inputs were recorded as they are now. */
  unrecorded: number;
  first: Difference | null;
}

const BATCH = 500;

/** Makes the decisions of a run again. */
@Injectable()
export class Replay {
  constructor(
    private readonly database: Database,
    private readonly matcher: VacancyMatcher,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /**
   * Replays every decision now stored on the vacancies of a run, up to the first that differs.
   *
   * @throws ProblemError 404 for an unknown run
   */
  async run(runId: string): Promise<ReplayReport> {
    return this.database.asSystem(async (sql) => {
      const select = { id: true, vacancyIds: true };
      const run = await sql.findOne(MatchingRun, { select, where: { id: runId } });
      if (!run) throw runNotFound();
      const report: ReplayReport = { replayed: 0, unrecorded: 0, first: null };
      for (let from = 0; from < run.vacancyIds.length && !report.first; from += BATCH) {
        await this.replayAll(sql, run.vacancyIds.slice(from, from + BATCH), report);
      }
      return report;
    });
  }

  private async replayAll(
    sql: EntityManager,
    vacancyIds: readonly string[],
    report: ReplayReport,
  ): Promise<void> {
    const esco = await this.catalogue.graph();
    const versions = await this.matcher.madeWith(sql);
    const { replayable, unrecorded } = await findReplayable(sql, vacancyIds);
    report.unrecorded += unrecorded;
    for (const one of replayable) {
      report.replayed += 1;
      report.first = replay(one, esco, versions);
      if (report.first) return;
    }
  }
}
