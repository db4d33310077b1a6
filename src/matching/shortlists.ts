import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../candidates/search/candidate-search.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import type { Vacancy } from '../vacancies/vacancy.entity.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import type { EngineState } from './engine/engine-state.ts';
import type { VacancyFacts } from './facts.ts';
import { asksForOccupation } from './scoring/occupation.ts';

/** How many people of each of the two groups are looked at for a vacancy. */
const SHORTLIST = 100;

/** Whom to look at for a vacancy: proposals alone, nobody is decided on. */
@Injectable()
export class Shortlists {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly search: CandidateSearch,
  ) {}

  /** What shortlists are drawn from, with everything that `sql` sees as changed by now. */
  current(sql: EntityManager): Promise<EngineState> {
    return this.engine.current(sql);
  }

  /** The ids of the people to consider; none for a vacancy that is not open. */
  async draw(engine: EngineState, vacancy: Vacancy, facts: VacancyFacts): Promise<string[]> {
    if (!facts.open) return [];
    if (!asksForOccupation(facts)) return this.byWords(vacancy, facts);
    const { ready, others } = engine.propose(facts, SHORTLIST);
    return [...ready, ...others];
  }

  /** A vacancy without any code can only be read by the words of its title. */
  private async byWords(vacancy: Vacancy, facts: VacancyFacts): Promise<string[]> {
    const query: Omit<ProposalQuery, 'group'> = {
      states: [facts.state],
      isco: facts.isco,
      esco: facts.esco,
      words: vacancy.title,
      skills: [...facts.essentialSkills, ...facts.optionalSkills],
      languages: facts.requiredLanguages,
      tierZeroCountries,
      limit: SHORTLIST,
    };
    const inside = await this.search.propose({ ...query, group: 'domestic' });
    const outside = await this.search.propose({ ...query, group: 'third-country' });
    return [...inside, ...outside];
  }
}
