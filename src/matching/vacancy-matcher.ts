import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { CandidateSearch, type ProposalQuery } from '../candidates/search/candidate-search.ts';
import { Clock } from '../platform/clock/clock.ts';
import { tierZeroCountries } from '../reference/countries/countries.ts';
import { dateInState } from '../reference/countries/state-days.ts';
import { OccupationCatalogue } from '../reference/occupations.service.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import type { EngineState, Look } from './engine/engine-state.ts';
import { Circumstances } from './facts/circumstances.ts';
import { FactsOnPeople } from './facts/facts-on-people.ts';
import type { KnownPerson } from './facts/known-person.ts';
import { loadSettled, type Settled } from './facts/load-facts.ts';
import { vacancyFactsOf } from './facts/vacancy-facts.ts';
import type { VacancyFacts } from './facts.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import { type Decision, matchVacancy } from './match-vacancy.ts';
import type { MadeWith, Versions } from './match.entity.ts';
import { type Decided, DecidedVacancies, PROPOSED_KEPT } from './matches/decided-vacancies.ts';
import { findAskedAt, type Tally } from './matches/keep-books.ts';
import { reviewDate } from './matches/review-date.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { isDomestic } from './rules/tiers.ts';
import { asksForOccupation } from './scoring/occupation.ts';
import type { EscoKnowledge } from './scoring/part.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';

/**
 * How many people of each of the two groups are looked at for a vacancy: at first, and at most, where
 * rules that the engine does not know hold some of them back.
 */
const FIRST_LOOK = PROPOSED_KEPT;
const MOST_LOOKED_AT = 4 * FIRST_LOOK;

/** What the decisions on some vacancies, made together, have in common. */
interface Sitting {
  sql: EntityManager;
  engine: EngineState;
  circumstances: Circumstances;
  versions: Versions;
  esco: EscoKnowledge;
  facts: FactsOnPeople;
}

/** What is known of one vacancy before anybody is looked at. */
interface Standing {
  dealtWith: readonly Settled[];
  askedAt: Date;
}

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
  ): Promise<Tally[]> {
    const vacancies = await lockVacancies(sql, vacancyIds);
    const ids = vacancies.map(({ id }) => id);
    const sitting = await this.sitting(sql);
    const dealtWith = await loadSettled(sql, ids);
    const askedBefore = await findAskedAt(sql, ids);
    const now = this.clock.now();
    const decided = new DecidedVacancies();
    for (const vacancy of vacancies) {
      const askedAt = anew ? now : (askedBefore.get(vacancy.id) ?? now);
      const standing = { dealtWith: dealtWith.get(vacancy.id) ?? [], askedAt };
      decided.add(await this.decide(vacancy, standing, sitting));
    }
    return decided.store(sql);
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

  private async sitting(sql: EntityManager): Promise<Sitting> {
    const engine = await this.engine.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const circumstances = new Circumstances(sql, versions.law);
    const esco = await this.catalogue.graph();
    return { sql, engine, versions, circumstances, esco, facts: new FactsOnPeople() };
  }

  /** Looks at twice as many people as long as that may give somebody more to propose. */
  private async decide(vacancy: Vacancy, standing: Standing, sitting: Sitting): Promise<Decided> {
    let look = FIRST_LOOK + standing.dealtWith.length;
    let decided = await this.decideOn(vacancy, standing, sitting, look);
    while (look < MOST_LOOKED_AT && mayGiveMore(decided.decisions, look)) {
      look *= 2;
      decided = await this.decideOn(vacancy, standing, sitting, look);
    }
    return decided;
  }

  private async decideOn(
    vacancy: Vacancy,
    { dealtWith, askedAt }: Standing,
    { engine, circumstances, versions, esco, facts: factsOn }: Sitting,
    look: number,
  ): Promise<Decided> {
    const on = dateInState(vacancy.state, this.clock.now());
    const facts = vacancyFactsOf(vacancy);
    const countries = await circumstances.countries(vacancy.state, on);
    const around = { limit: look, countries };
    const proposed = facts.open ? await this.shortlist(engine, vacancy, facts, around) : [];
    const known = dealtWith.flatMap(({ candidateId }) => engine.person(candidateId) ?? []);
    const people = new Map([...proposed, ...known].map((one) => [one.candidate.id, one]));
    const candidates = [...people.values()].map((one) => factsOn.for(one, vacancy.state, on));
    const decisions = matchVacancy({
      vacancy: facts,
      candidates,
      state: await circumstances.of(facts, [...people.values()], { on, askedAt }),
      settled: new Set(dealtWith.filter(isSettled).map(({ candidateId }) => candidateId)),
      esco,
    });
    return {
      ...{ vacancy, decisions, people, versions, on, askedAt },
      dealtWith: new Set(dealtWith.map(({ candidateId }) => candidateId)),
      reviewOn: reviewDate(facts, candidates, decisions, on),
    };
  }

  private async shortlist(
    engine: EngineState,
    vacancy: Vacancy,
    facts: VacancyFacts,
    look: Look,
  ): Promise<KnownPerson[]> {
    if (!asksForOccupation(facts)) {
      const ids = await this.byWords(vacancy, facts, look.limit);
      return ids.flatMap((id) => engine.person(id) ?? []);
    }
    const { ready, others } = engine.propose(facts, look);
    return [...ready, ...others];
  }

  /** A vacancy without any code can only be read by the words of its title. */
  private async byWords(vacancy: Vacancy, facts: VacancyFacts, limit: number): Promise<string[]> {
    const query: Omit<ProposalQuery, 'group'> = {
      states: [facts.state],
      isco: facts.isco,
      esco: facts.esco,
      words: vacancy.title,
      skills: [...facts.essentialSkills, ...facts.optionalSkills],
      languages: facts.requiredLanguages,
      tierZeroCountries,
      limit,
    };
    const inside = await this.search.propose({ ...query, group: 'domestic' });
    const outside = await this.search.propose({ ...query, group: 'third-country' });
    return [...inside, ...outside];
  }
}

/** In the order of their ids, each for this transaction alone, so that two never decide on one. */
async function lockVacancies(sql: EntityManager, ids: readonly string[]): Promise<Vacancy[]> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS ordered`,
    [ids],
  );
  return sql.find(Vacancy, { where: { id: In([...ids]) }, order: { id: 'ASC' } });
}

/** Whether fewer are proposed than are kept, though some of a group do pass that was not seen to its end. */
function mayGiveMore(decisions: readonly Decision[], look: number): boolean {
  const proposed = decisions.filter(({ status }) => status === 'proposed').length;
  if (proposed >= PROPOSED_KEPT) return false;
  return [true, false].some((domestic) => {
    const group = decisions.filter(({ tier }) => isDomestic(tier) === domestic);
    return group.length >= look && group.some(({ status }) => status !== 'held-back');
  });
}

/** Invited is not yet dealt with: the person is still there to be hired. */
function isSettled({ outcome }: { outcome: string }): boolean {
  return outcome !== 'invited';
}
