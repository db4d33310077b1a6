import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { OccupationCatalogue } from '../../reference/occupations.service.ts';
import { Match } from '../match.entity.ts';
import { type Inputs, loadInputs } from '../matches/decision-inputs.ts';
import { MatchingRun } from '../runs/matching-run.entity.ts';
import { runNotFound } from '../matching.errors.ts';
import { VacancyMatcher } from '../vacancy-matcher.ts';
import { type Difference, replay, type Replayable } from './replay.ts';

export interface ReplayReport {
  /** Decisions made again. */
  replayed: number;
  /** Decisions stored before inputs were recorded as they are now. */
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
   * Every decision now stored on the vacancies of a run, until the first that differs.
   * @throws ProblemError 404 for a run that is not there
   */
  async run(runId: string): Promise<ReplayReport> {
    return this.database.asItself(async (sql) => {
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
    const matches = await sql
      .createQueryBuilder(Match, 'match')
      .innerJoinAndSelect('match.verdictList', 'verdictList')
      .addSelect(['match.vacancyInput', 'match.candidateInput', 'match.stateInput'])
      .where({ vacancyId: In([...vacancyIds]) })
      .orderBy('match.id')
      .getMany();
    const esco = await this.catalogue.graph();
    const versions = await this.matcher.madeWith(sql);
    const replayable = await withInputs(sql, matches);
    report.unrecorded += matches.length - replayable.length;
    for (const one of replayable) {
      report.replayed += 1;
      report.first = replay(one, esco, versions);
      if (report.first) return;
    }
  }
}

async function withInputs(sql: EntityManager, matches: readonly Match[]): Promise<Replayable[]> {
  const hashes = matches.flatMap(({ vacancyInput, candidateInput, stateInput }) =>
    [vacancyInput, candidateInput, stateInput].filter((hash) => hash !== null),
  );
  const inputs = await loadInputs(sql, [...new Set(hashes)]);
  return matches.flatMap((match) => {
    const vacancy = inputs.get(match.vacancyInput ?? '');
    const person = inputs.get(match.candidateInput ?? '');
    const state = inputs.get(match.stateInput ?? '');
    if (!vacancy || !person || !state) return [];
    return [{ match, inputs: { vacancy, person, state } as Inputs }];
  });
}
