import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../candidates/search/candidate-search.ts';
import { Clock } from '../platform/clock/clock.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import { dateInState } from '../reference/countries/state-days.ts';
import { OccupationCatalogue } from '../reference/occupations.service.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import type { EngineState } from './engine/engine-state.ts';
import { askedAt } from './asked-at.queries.ts';
import { candidateFactsOf } from './facts/candidate-facts.ts';
import type { VacancyFacts } from './facts.ts';
import { loadPeople, loadSettled, loadStateFacts } from './facts/load-facts.ts';
import { matchVacancy } from './match-vacancy.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import type { MadeWith, Versions } from './match.entity.ts';
import { reviewDate } from './matches/review-date.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { asksForOccupation } from './scoring/occupation.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';
import { storeMatches, type Tally } from './matches/store-matches.ts';
import { vacancyFactsOf } from './facts/vacancy-facts.ts';

/** How many people of each of the two groups are looked at for a vacancy. */
const SHORTLIST = 100;

/** Decides on one vacancy: the index proposes, the database and the rules decide. */
@Injectable()
export class VacancyMatcher {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly search: CandidateSearch,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Within the transaction of `sql`; null for a vacancy that is gone. `anew`: somebody asks for it. */
  async match(
    sql: EntityManager,
    vacancyId: string,
    { anew } = { anew: false },
  ): Promise<Tally | null> {
    await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [vacancyId]);
    const vacancy = await sql.findOneBy(Vacancy, { id: vacancyId });
    if (!vacancy) return null;
    const on = dateInState(vacancy.state, this.clock.now());
    const engine = await this.engine.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const facts = vacancyFactsOf(vacancy);
    const dealtWith = await loadSettled(sql, vacancy);
    const ids = facts.open ? await this.shortlist(engine, vacancy, facts) : [];
    const people = await loadPeople(sql, [
      ...new Set([...ids, ...dealtWith.map(({ candidateId }) => candidateId)]),
    ]);
    const candidates = people.map((person) => candidateFactsOf(person, vacancy.state, on));
    const decisions = matchVacancy({
      vacancy: facts,
      candidates,
      state: await loadStateFacts(sql, facts, people, {
        on,
        law: versions.law,
        askedAt: await askedAt(sql, vacancy, this.clock.now(), anew),
      }),
      settled: new Set(dealtWith.filter(isSettled).map(({ candidateId }) => candidateId)),
      esco: await this.catalogue.graph(),
    });
    return storeMatches(sql, {
      vacancy,
      decisions,
      agencyOf: new Map(
        people.map(({ candidate: { id, organisationId } }) => [id, organisationId]),
      ),
      dealtWith: new Set(dealtWith.map(({ candidateId }) => candidateId)),
      versions,
      on,
      reviewOn: reviewDate(facts, candidates, decisions, on),
    });
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

  private async shortlist(
    engine: EngineState,
    vacancy: Vacancy,
    facts: VacancyFacts,
  ): Promise<string[]> {
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

/** Invited is not yet dealt with: the person is still there to be hired. */
function isSettled({ outcome }: { outcome: string }): boolean {
  return outcome !== 'invited';
}
