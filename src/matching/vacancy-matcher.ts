import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { dateInState } from '../reference/countries/state-days.ts';
import { OccupationCatalogue } from '../reference/occupations.service.ts';
import { Vacancy } from '../vacancies/vacancy.entity.ts';
import { askedAt } from './asked-at.queries.ts';
import { candidateFactsOf } from './facts/candidate-facts.ts';
import { loadPeople, loadSettled, loadStateFacts } from './facts/load-facts.ts';
import { matchVacancy } from './match-vacancy.ts';
import { lawSequence } from './law/law-rules.queries.ts';
import type { MadeWith, Versions } from './match.entity.ts';
import { reviewDate } from './matches/review-date.ts';
import { RULES_VERSION } from './rules/rules.ts';
import { Shortlists } from './shortlists.ts';
import { WEIGHTS_VERSION } from './scoring/weights.ts';
import { storeMatches, type Tally } from './matches/store-matches.ts';
import { vacancyFactsOf } from './facts/vacancy-facts.ts';

/** Decides on one vacancy: the index proposes, the database and the rules decide. */
@Injectable()
export class VacancyMatcher {
  constructor(
    private readonly shortlists: Shortlists,
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
    const engine = await this.shortlists.current(sql);
    const versions = { ...(await this.madeWith(sql)), snapshot: engine.name };
    const facts = vacancyFactsOf(vacancy);
    const dealtWith = await loadSettled(sql, vacancy);
    const ids = await this.shortlists.draw(engine, vacancy, facts);
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
    return { ...(await this.madeWith(sql)), snapshot: (await this.shortlists.current(sql)).name };
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
}

/** Invited is not yet dealt with: the person is still there to be hired. */
export function isSettled({ outcome }: { outcome: string }): boolean {
  return outcome !== 'invited';
}
