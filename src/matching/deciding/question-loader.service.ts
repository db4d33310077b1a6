import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../../candidates/search/candidate-search.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { Circumstances } from '../facts/circumstances.ts';
import type { VacancyToDecide } from '../facts/vacancies-to-decide.queries.ts';
import { loadDealtWith, type DealtWith } from '../facts/load-facts.ts';
import { vacancyFactsOf } from '../facts/vacancy-facts.ts';
import type { VacancyFacts } from '../facts.ts';
import { findAskedAt } from '../matches/vacancy-records.ts';
import { asksForOccupation } from '../scoring/occupation.ts';
import { MAX_PROPOSED_STORED } from './decided-batch.ts';
import type { Question } from './question.ts';

/** How many candidates of each group a search by the words of a title returns. */
const TITLE_SEARCH_LIMIT = 2 * MAX_PROPOSED_STORED;

/** What the decisions assume. */
export interface DecisionTerms {
  engine: EngineState;
  /** The number of the last change of law to apply. */
  law: number;
  /** True if a caller asks for matches now. */
  isRequested?: boolean;
  /** A date other than today in the state of each vacancy, `yyyy-mm-dd`; null for today. */
  on?: string | null;
}

/** Looks up what decisions need besides the candidates. It decides nothing. */
@Injectable()
export class QuestionLoader {
  constructor(
    private readonly search: CandidateSearch,
    private readonly clock: Clock,
  ) {}

  async load(
    sql: EntityManager,
    vacancies: readonly VacancyToDecide[],
    { engine, law, isRequested = false, on: asked = null }: DecisionTerms,
  ): Promise<Question[]> {
    const ids = vacancies.map(({ id }) => id);
    const circumstances = new Circumstances(sql, { sequence: law });
    const dealtWith = await loadDealtWith(sql, ids);
    const askedBefore = await findAskedAt(sql, ids);
    const now = this.clock.now();
    const questions: Question[] = [];
    for (const vacancy of vacancies) {
      const { id, organisationId, state } = vacancy;
      const facts = vacancyFactsOf(vacancy);
      const outcomes = dealtWith.get(id) ?? [];
      const on = asked ?? dateInState(state, now);
      const askedAt = isRequested ? now : (askedBefore.get(id) ?? now);
      questions.push({
        vacancy: facts,
        organisationId,
        askedAt,
        state: await circumstances.stateFactsFor(facts, engine.countries, { on, askedAt }),
        eligibleCountries: await circumstances.eligibleCountries(state, on),
        dealtWith: outcomes,
        trained: await circumstances.trained(facts, on),
        foundByTitle: asksForOccupation(facts)
          ? null
          : await this.findByTitle(vacancy, facts, outcomes),
      });
    }
    return questions;
  }

  /** Finds candidates for a vacancy without any code by the words of its title. */
  private async findByTitle(
    vacancy: VacancyToDecide,
    facts: VacancyFacts,
    dealtWith: readonly DealtWith[],
  ): Promise<string[]> {
    if (!facts.open) return [];
    const query: Omit<ProposalQuery, 'group'> = {
      states: [facts.state],
      isco: facts.isco,
      esco: facts.esco,
      words: vacancy.title,
      skills: [...facts.essentialSkills, ...facts.optionalSkills],
      languages: facts.requiredLanguages,
      tierZeroCountries,
      // Candidates already dealt with may come up again, so as many more are searched for.
      limit: TITLE_SEARCH_LIMIT + dealtWith.length,
    };
    const inside = await this.search.propose({ ...query, group: 'domestic' });
    const outside = await this.search.propose({ ...query, group: 'third-country' });
    return [...inside, ...outside];
  }
}
