import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../candidates/search/candidate-search.ts';
import { Clock } from '../platform/clock/clock.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import { dateInState } from '../reference/countries/state-days.ts';
import { OccupationCatalogue } from '../reference/occupations.service.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { decideOnAll } from './deciding/decide.ts';
import { PROPOSED_KEPT } from './deciding/decided-batch.ts';
import type { Question } from './deciding/question.ts';
import { storeBatch } from './deciding/store-batch.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import { Circumstances } from './facts/circumstances.ts';
import { loadSettled } from './facts/load-facts.ts';
import { vacancyFactsOf } from './facts/vacancy-facts.ts';
import type { VacancyFacts } from './facts.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import type { MadeWith, Versions } from './match.entity.ts';
import { findAskedAt, type Tally } from './matches/keep-books.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { asksForOccupation } from './scoring/occupation.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';

/** How many people of each group the words of a title may bring up. */
const BY_WORDS = 2 * PROPOSED_KEPT;

/** Decides on vacancies: the engine proposes, the rules decide. */
@Injectable()
export class VacancyMatcher {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly search: CandidateSearch,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /**
   * Within the transaction of `sql`; those that are gone are passed over. `anew`: somebody asks for it.
   * People are as the engine has them, which has followed every change that `sql` can see.
   */
  async match(
    sql: EntityManager,
    vacancyIds: readonly string[],
    { anew } = { anew: false },
  ): Promise<readonly Tally[]> {
    const vacancies = await lockVacancies(sql, vacancyIds);
    const engine = await this.engine.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const circumstances = new Circumstances(sql, versions.law);
    const questions = await this.questions(sql, vacancies, { anew, circumstances, engine });
    const batch = decideOnAll(engine, { vacancies: questions, versions });
    await storeBatch(sql, batch);
    return batch.entries;
  }

  /** What decisions are made with now, and what they are drawn from. */
  async versions(sql: EntityManager): Promise<Versions> {
    return { ...(await this.madeWith(sql)), snapshot: (await this.engine.current(sql)).name };
  }

  /** What decisions are made with now. */
  async madeWith(sql: EntityManager): Promise<MadeWith> {
    return {
      rules: RULES_VERSION,
      weights: WEIGHTS_VERSION,
      law: await lawSequence(sql),
      reference: await this.catalogue.version(),
    };
  }

  private async questions(
    sql: EntityManager,
    vacancies: readonly Vacancy[],
    { anew, circumstances, engine }: Asking,
  ): Promise<Question[]> {
    const ids = vacancies.map(({ id }) => id);
    const dealtWith = await loadSettled(sql, ids);
    const askedBefore = await findAskedAt(sql, ids);
    const now = this.clock.now();
    const questions: Question[] = [];
    for (const vacancy of vacancies) {
      const { id, organisationId, state } = vacancy;
      const facts = vacancyFactsOf(vacancy);
      const on = dateInState(state, now);
      const askedAt = anew ? now : (askedBefore.get(id) ?? now);
      questions.push({
        ...{ vacancy: facts, organisationId, askedAt },
        state: await circumstances.of(facts, engine.countries, { on, askedAt }),
        countries: await circumstances.countries(state, on),
        dealtWith: dealtWith.get(id) ?? [],
        trained: await circumstances.trained(facts, on),
        byWords: asksForOccupation(facts) ? null : await this.byWords(vacancy, facts),
      });
    }
    return questions;
  }

  /** A vacancy without any code can only be read by the words of its title. */
  private async byWords(vacancy: Vacancy, facts: VacancyFacts): Promise<string[]> {
    if (!facts.open) return [];
    const query: Omit<ProposalQuery, 'group'> = {
      states: [facts.state],
      isco: facts.isco,
      esco: facts.esco,
      words: vacancy.title,
      skills: [...facts.essentialSkills, ...facts.optionalSkills],
      languages: facts.requiredLanguages,
      tierZeroCountries,
      limit: BY_WORDS,
    };
    const inside = await this.search.propose({ ...query, group: 'domestic' });
    const outside = await this.search.propose({ ...query, group: 'third-country' });
    return [...inside, ...outside];
  }
}

interface Asking {
  anew: boolean;
  circumstances: Circumstances;
  engine: { countries: readonly string[] };
}

/**
 * For this transaction alone, so that two never decide on one; in the order of their ids, so that two
 * never wait for each other. Those of one state come together.
 */
async function lockVacancies(sql: EntityManager, ids: readonly string[]): Promise<Vacancy[]> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS ordered`,
    [ids],
  );
  return sql.find(Vacancy, { where: { id: In([...ids]) }, order: { state: 'ASC', id: 'ASC' } });
}
