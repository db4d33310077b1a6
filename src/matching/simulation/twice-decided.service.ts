import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { OccupationCatalogue } from '../../reference/occupations.service.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { lastAskedAt } from '../asked-at.queries.ts';
import type { CandidateFacts } from '../facts.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import {
  type ConsentingPerson,
  loadPeople,
  loadSettled,
  loadStateFacts,
} from '../facts/load-facts.ts';
import { loadLimits } from '../facts/load-limits.ts';
import { vacancyFactsOf } from '../facts/vacancy-facts.ts';
import { matchVacancy, type Shortlist } from '../match-vacancy.ts';
import { isSettled } from '../vacancy-matcher.ts';
import { Shortlists } from '../shortlists.ts';
import type { Draft, DraftedRules } from './draft.ts';
import type { Twice } from './difference.ts';

interface Task {
  draft: Draft;
  /** The number of the last change of law that counts. */
  law: number;
  drafted: DraftedRules;
}

/** A vacancy with whom it is to be decided on. */
interface Drawn {
  vacancy: Vacancy;
  ids: string[];
  settled: ReadonlySet<string>;
}

/** Decides on vacancies by the rules as they are and by a draft, from facts that are read once. */
@Injectable()
export class TwiceDecided {
  constructor(
    private readonly shortlists: Shortlists,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Stores nothing. */
  async decide(sql: EntityManager, vacancyIds: readonly string[], task: Task): Promise<Twice[]> {
    const drawn = await this.draw(sql, vacancyIds);
    const all = await loadPeople(sql, [...new Set(drawn.flatMap(({ ids }) => ids))]);
    const people = new Map(all.map((person) => [person.candidate.id, person]));
    const facts = new Map<string, CandidateFacts>();
    const factsOf = (person: ConsentingPerson, state: string, on: string): CandidateFacts => {
      const key = `${person.candidate.id} ${state} ${on}`;
      const known = facts.get(key) ?? candidateFactsOf(person, state, on);
      facts.set(key, known);
      return known;
    };
    const decided: Twice[] = [];
    for (const one of drawn) {
      const present = one.ids.flatMap((id) => people.get(id) ?? []);
      decided.push(await this.decideOn(sql, one, { task, people: present, factsOf }));
    }
    return decided;
  }

  private async decideOn(
    sql: EntityManager,
    { vacancy, settled }: Drawn,
    known: {
      task: Task;
      people: readonly ConsentingPerson[];
      factsOf: (person: ConsentingPerson, state: string, on: string) => CandidateFacts;
    },
  ): Promise<Twice> {
    const { task, people, factsOf } = known;
    const on = task.draft.on ?? dateInState(vacancy.state, this.clock.now());
    const facts = vacancyFactsOf(vacancy);
    const askedAt = await lastAskedAt(sql, vacancy.id);
    const state = await loadStateFacts(sql, facts, people, { on, law: task.law, askedAt });
    const shortlist: Shortlist = {
      vacancy: facts,
      candidates: people.map((person) => factsOf(person, vacancy.state, on)),
      state,
      settled,
      esco: await this.catalogue.graph(),
    };
    const before = matchVacancy(shortlist);
    const limits =
      task.draft.lifted.length > 0
        ? await this.limitsLeft(
            sql,
            people,
            { state: vacancy.state, on, askedAt, startsOn: vacancy.startsOn },
            task,
          )
        : state.pressedSectors;
    const drafted = task.drafted.over(state, vacancy.state, limits);
    if (drafted === state) return { vacancy: facts, before, after: before };
    const scores = new Map(before.map(({ candidateId, score }) => [candidateId, score]));
    return {
      vacancy: facts,
      before,
      after: matchVacancy({ ...shortlist, state: drafted, scores }),
    };
  }

  /** As if whoever asked for matches asked again once the sectors are lifted. */
  private limitsLeft(
    sql: EntityManager,
    people: readonly ConsentingPerson[],
    situation: Parameters<typeof loadLimits>[2],
    { draft }: Task,
  ) {
    const countries = new Set(people.flatMap(({ candidate }) => candidate.nationalities));
    return loadLimits(sql, [...countries], { ...situation, lifted: new Set(draft.lifted) });
  }

  private async draw(sql: EntityManager, vacancyIds: readonly string[]): Promise<Drawn[]> {
    const engine = await this.shortlists.current(sql);
    const found = await sql.findBy(Vacancy, { id: In([...vacancyIds]) });
    const drawn: Drawn[] = [];
    for (const vacancy of found) {
      const proposed = await this.shortlists.draw(engine, vacancy, vacancyFactsOf(vacancy));
      const dealtWith = await loadSettled(sql, vacancy);
      const ids = new Set([...proposed, ...dealtWith.map(({ candidateId }) => candidateId)]);
      const settled = new Set(dealtWith.filter(isSettled).map(({ candidateId }) => candidateId));
      drawn.push({ vacancy, ids: [...ids], settled });
    }
    return drawn;
  }
}
