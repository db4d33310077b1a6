import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decide, settledOf, trainedOf } from '../deciding/decide.ts';
import { QuestionLoader } from '../deciding/question-loader.service.ts';
import type { Question } from '../deciding/question.ts';
import { CandidateEngine } from '../engine/candidate-engine.ts';
import type { EngineState } from '../engine/engine-state.ts';
import { eligibleCountriesOf } from '../facts/circumstances.ts';
import { findVacanciesToDecide } from '../facts/vacancies-to-decide.queries.ts';
import { loadLimits } from '../facts/load-limits.ts';
import { beginsOn } from '../facts/vacancy-facts.ts';
import type { PressedSectorFact } from '../facts.ts';
import { matchVacancy } from '../match-vacancy.ts';
import type { Draft, DraftedRules } from './draft.ts';
import type { BeforeAndAfter } from './draft-effects.ts';

interface Task {
  draft: Draft;
  /** The number of the last change of law to apply. */
  law: number;
  drafted: DraftedRules;
}

/** Decides on vacancies by the current rules and by a draft, from facts that are read once. */
@Injectable()
export class DraftComparison {
  constructor(
    private readonly engine: CandidateEngine,
    private readonly questionLoader: QuestionLoader,
  ) {}

  /** Returns the decisions on each vacancy, made twice. Stores nothing. */
  async decide(
    sql: EntityManager,
    vacancyIds: readonly string[],
    task: Task,
  ): Promise<BeforeAndAfter[]> {
    const engine = await this.engine.current(sql);
    const vacancies = await findVacanciesToDecide(sql, vacancyIds);
    const terms = { engine, law: task.law, on: task.draft.on };
    const decided: BeforeAndAfter[] = [];
    for (const question of await this.questionLoader.load(sql, vacancies, terms)) {
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
): BeforeAndAfter {
  const { question, limits } = known;
  const { vacancy, state } = question;
  const other = drafted.applyTo(state, vacancy.state, limits);
  const countries = [
    ...new Set([...question.eligibleCountries, ...eligibleCountriesOf(other)]),
  ].toSorted();
  const { decisions: before } = decide(engine, { ...question, eligibleCountries: countries });
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
