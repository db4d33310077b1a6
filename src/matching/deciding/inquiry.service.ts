import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../../candidates/search/candidate-search.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { tierZeroCountries } from '../../reference/countries/countries.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { Circumstances } from '../facts/circumstances.ts';
import type { DecidedVacancy } from '../facts/decided-vacancies.queries.ts';
import { loadSettled, type Settled } from '../facts/load-facts.ts';
import { vacancyFactsOf } from '../facts/vacancy-facts.ts';
import type { VacancyFacts } from '../facts.ts';
import { findAskedAt } from '../matches/keep-books.ts';
import { asksForOccupation } from '../scoring/occupation.ts';
import { PROPOSED_KEPT } from './decided-batch.ts';
import type { Question } from './question.ts';

/** How many candidates of each group a search by the words of a title returns. */
const BY_WORDS = 2 * PROPOSED_KEPT;

/** What the decisions assume. */
export interface Terms {
  engine: EngineState;
  /** The number of the last change of law to apply. */
  law: number;
  /** True if a caller asks for matches now. */
  anew?: boolean;
  /** A date other than today in the state of each vacancy, `yyyy-mm-dd`; null for today. */
  on?: string | null;
}

/** Looks up what decisions need besides the candidates. It decides nothing. */
@Injectable()
export class Inquiry {
  constructor(
    private readonly search: CandidateSearch,
    private readonly clock: Clock,
  ) {}

  async into(
    sql: EntityManager,
    vacancies: readonly DecidedVacancy[],
    { engine, law, anew = false, on: asked = null }: Terms,
  ): Promise<Question[]> {
    const ids = vacancies.map(({ id }) => id);
    const circumstances = new Circumstances(sql, { sequence: law });
    const dealtWith = await loadSettled(sql, ids);
    const askedBefore = await findAskedAt(sql, ids);
    const now = this.clock.now();
    const questions: Question[] = [];
    for (const vacancy of vacancies) {
      const { id, organisationId, state } = vacancy;
      const facts = vacancyFactsOf(vacancy);
      const settled = dealtWith.get(id) ?? [];
      const on = asked ?? dateInState(state, now);
      const askedAt = anew ? now : (askedBefore.get(id) ?? now);
      questions.push({
        ...{ vacancy: facts, organisationId, askedAt },
        state: await circumstances.of(facts, engine.countries, { on, askedAt }),
        countries: await circumstances.countries(state, on),
        dealtWith: settled,
        trained: await circumstances.trained(facts, on),
        byWords: asksForOccupation(facts) ? null : await this.byWords(vacancy, facts, settled),
      });
    }
    return questions;
  }

  /** Finds candidates for a vacancy without any code by the words of its title. */
  private async byWords(
    vacancy: DecidedVacancy,
    facts: VacancyFacts,
    settled: readonly Settled[],
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
      limit: BY_WORDS + settled.length,
    };
    const inside = await this.search.propose({ ...query, group: 'domestic' });
    const outside = await this.search.propose({ ...query, group: 'third-country' });
    return [...inside, ...outside];
  }
}
