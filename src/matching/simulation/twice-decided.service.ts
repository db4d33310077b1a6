import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decide, settledOf, trainedOf } from '../deciding/decide.ts';
import { Inquiry } from '../deciding/inquiry.service.ts';
import type { Question } from '../deciding/question.ts';
import { CandidateEngine } from '../engine/candidate-engine.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { countriesOf } from '../facts/circumstances.ts';
import { findDecidedVacancies } from '../facts/decided-vacancies.queries.ts';
import { loadLimits } from '../facts/load-limits.ts';
import { beginsOn } from '../facts/vacancy-facts.ts';
import type { PressedSectorFact } from '../facts.ts';
import { matchVacancy } from '../match-vacancy.ts';
import type { Draft, DraftedRules } from './draft.ts';
import type { Twice } from './difference.ts';

interface Task {
  draft: Draft;
  /** The number of the last change of law to apply. */
  law: number;
  drafted: DraftedRules;
}

/** Decides on vacancies by the current rules and by a draft, from facts that are read once. */
@Injectable()
export class TwiceDecided {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly inquiry: Inquiry,
  ) {}

  /** Returns the decisions on each vacancy, made twice. Stores nothing. */
  async decide(sql: EntityManager, vacancyIds: readonly string[], task: Task): Promise<Twice[]> {
    const engine = await this.engine.current(sql);
    const vacancies = await findDecidedVacancies(sql, vacancyIds);
    const terms = { engine, law: task.law, on: task.draft.on };
    const decided: Twice[] = [];
    for (const question of await this.inquiry.into(sql, vacancies, terms)) {
      // Lets requests to the API run between two vacancies.
      await nextTurn();
      const limits = await limitsLeft(sql, engine, question, task);
      decided.push(decideTwice(engine, { question, limits }, task));
    }
    return decided;
  }
}

function decideTwice(
  engine: EngineState,
  known: { question: Question; limits: readonly PressedSectorFact[] },
  { drafted }: Task,
): Twice {
  const { question, limits } = known;
  const { vacancy, state } = question;
  const other = drafted.over(state, vacancy.state, limits);
  const countries = [...new Set([...question.countries, ...countriesOf(other)])].toSorted();
  const { decisions: before } = decide(engine, { ...question, countries });
  if (other === state) return { vacancy, before, after: before };
  const after = matchVacancy({
    vacancy,
    candidates: before.map((decision) => decision.facts.candidate),
    state: other,
    settled: settledOf(question),
    trained: trainedOf(question),
    esco: engine.esco,
    scores: new Map(before.map(({ candidateId, score }) => [candidateId, score])),
  });
  return { vacancy, before, after };
}

/** Returns the limits as if matches were asked for again after the sectors are lifted. */
async function limitsLeft(
  sql: EntityManager,
  { countries }: EngineState,
  { vacancy, state, askedAt }: Question,
  { draft }: Task,
): Promise<readonly PressedSectorFact[]> {
  if (draft.lifted.length === 0) return state.pressedSectors;
  const lifted = new Set(draft.lifted);
  const situation = { state: vacancy.state, on: state.on, beginsOn: beginsOn(vacancy, state.on) };
  return loadLimits(sql, countries, { ...situation, askedAt, lifted });
}
