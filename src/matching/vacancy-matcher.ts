import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OccupationCatalogue } from '../reference/occupation-catalogue.service.ts';
import { Deciders } from './deciding/deciders.service.ts';
import { QuestionLoader } from './deciding/question-loader.service.ts';
import { storeBatch } from './deciding/store-batch.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import { findVacanciesToDecide } from './facts/vacancies-to-decide.queries.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import type { MadeWith, Versions } from './decision-versions.entity.ts';
import { countMarks, type Tally } from './matches/vacancy-records.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';
import { lockDecisionsOn } from './vacancy-locks.queries.ts';

/** Decides on vacancies: the engine proposes candidates, the rules decide. */
@Injectable()
export class VacancyMatcher {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly questionLoader: QuestionLoader,
    private readonly deciders: Deciders,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /**
   * Decides on vacancies within the transaction of `sql` and stores the decisions. Skips vacancies
   * that no longer exist. `isRequested`: a caller asked for fresh matches. The engine has followed every
   * change of a candidate that `sql` can see.
   *
   * @returns the counts of each vacancy that was decided
   */
  async match(
    sql: EntityManager,
    vacancyIds: readonly string[],
    { isRequested } = { isRequested: false },
  ): Promise<readonly Tally[]> {
    if (vacancyIds.length === 0) return [];
    await lockDecisionsOn(sql, vacancyIds);
    // Counted before any changeable data is read: vacancies marked later are decided again.
    const marks = await countMarks(sql, vacancyIds);
    const vacancies = await findVacanciesToDecide(sql, vacancyIds);
    const engine = await this.engine.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const questions = await this.questionLoader.load(sql, vacancies, {
      engine,
      law: versions.law,
      isRequested,
    });
    const batch = await this.deciders.decide(engine, { vacancies: questions, versions });
    await storeBatch(sql, batch, marks);
    return batch.vacancyRecords;
  }

  /** How many calls of `match` are worth running at once, each in its own transaction. */
  get concurrency(): number {
    return this.deciders.concurrency;
  }

  /** Returns the versions that decisions are made with now, and the name of the engine's state. */
  async versions(sql: EntityManager): Promise<Versions> {
    return { ...(await this.madeWith(sql)), snapshot: (await this.engine.current(sql)).name };
  }

  /** Returns the versions that decisions are made with now. */
  async madeWith(sql: EntityManager): Promise<MadeWith> {
    return {
      rules: RULES_VERSION,
      weights: WEIGHTS_VERSION,
      law: await lawSequence(sql),
      reference: await this.catalogue.version(),
    };
  }
}
