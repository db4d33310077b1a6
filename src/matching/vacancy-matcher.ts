import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OccupationCatalogue } from '../reference/occupations.service.ts';
import { Deciders } from './deciding/deciders.service.ts';
import { Inquiry } from './deciding/inquiry.service.ts';
import { storeBatch } from './deciding/store-batch.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import { findDecidedVacancies } from './facts/decided-vacancies.queries.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import type { MadeWith, Versions } from './decision-versions.entity.ts';
import { countMarks, type Tally } from './matches/keep-books.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';
import { lockVacancies } from './vacancy-locks.queries.ts';

/** Decides on vacancies: the engine proposes candidates, the rules decide. */
@Injectable()
export class VacancyMatcher {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly inquiry: Inquiry,
    private readonly deciders: Deciders,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /**
   * Decides on vacancies within the transaction of `sql` and stores the decisions. Skips vacancies
   * that no longer exist. `anew`: a caller asked for fresh matches. The engine has followed every
   * change of a candidate that `sql` can see.
   *
   * @returns the counts of each vacancy that was decided
   */
  async match(
    sql: EntityManager,
    vacancyIds: readonly string[],
    { anew } = { anew: false },
  ): Promise<readonly Tally[]> {
    if (vacancyIds.length === 0) return [];
    await lockVacancies(sql, vacancyIds);
    // Counted before any changeable data is read: vacancies marked later are decided again.
    const marks = await countMarks(sql, vacancyIds);
    const vacancies = await findDecidedVacancies(sql, vacancyIds);
    const engine = await this.engine.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const questions = await this.inquiry.into(sql, vacancies, { engine, law: versions.law, anew });
    const batch = await this.deciders.decide(engine, { vacancies: questions, versions });
    await storeBatch(sql, batch, marks);
    return batch.entries;
  }

  /** How many calls of `match` are worth running at once, each in its own transaction. */
  get lanes(): number {
    return this.deciders.lanes;
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
