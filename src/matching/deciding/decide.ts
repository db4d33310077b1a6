import type { EngineState } from '../engine/engine-state.ts';
import { addDays } from '../calendar-days.ts';
import { FactsOnPeople } from '../facts/facts-on-people.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { TrainedPerson } from '../facts/trained-people.queries.ts';
import { type Decision, matchVacancy } from '../match-vacancy.ts';
import { reviewDate } from '../matches/review-date.ts';
import { isDomestic } from '../rules/tiers.ts';
import { type Batch, type Decided, DecidedBatch, PROPOSED_KEPT } from './decided-batch.ts';
import type { Question, Questions } from './question.ts';

/**
 * How many people of each of the two groups are looked at for a vacancy: at first, and at most, where
 * rules that the engine does not know hold some of them back.
 */
const FIRST_LOOK = PROPOSED_KEPT;
const MOST_LOOKED_AT = 4 * FIRST_LOOK;

/** The decisions on some vacancies, by the people whom the engine has: no I/O, no clock. */
export function decideOnAll(engine: EngineState, { vacancies, versions }: Questions): Batch {
  const batch = new DecidedBatch(versions);
  const facts = new FactsOnPeople();
  for (const question of vacancies) batch.add(decide(engine, question, facts));
  return batch.contents();
}

/** On one vacancy. Looks at twice as many people as long as that may give somebody more to propose. */
export function decide(engine: EngineState, question: Question, facts: FactsOnPeople): Decided {
  let look = FIRST_LOOK + question.dealtWith.length;
  let decided = decideAmong(engine, question, look, facts);
  while (look < MOST_LOOKED_AT && mayGiveMore(decided.decisions, look)) {
    look *= 2;
    decided = decideAmong(engine, question, look, facts);
  }
  return decided;
}

function decideAmong(
  engine: EngineState,
  question: Question,
  look: number,
  facts: FactsOnPeople,
): Decided {
  const { vacancy, state, trained } = question;
  const { on } = state;
  const people = peopleFor(engine, question, look);
  const candidates = [...people.values()].map((one) => facts.for(one, vacancy.state, on));
  const decisions = matchVacancy({
    ...{ vacancy, candidates, state },
    settled: settledOf(question),
    trained: trainedOf(question),
    esco: engine.esco,
  });
  const due = [
    reviewDate(vacancy, candidates, decisions, on),
    ...trained.filter(({ candidateId }) => people.has(candidateId)).map(endOfPrecedence),
  ].filter((date) => date !== null);
  return { question, decisions, people, reviewOn: due.toSorted()[0] ?? null };
}

function peopleFor(
  engine: EngineState,
  { vacancy, countries, dealtWith, byWords }: Question,
  limit: number,
): Map<string, KnownPerson> {
  const known = (id: string): KnownPerson[] => {
    const person = engine.person(id);
    return person ? [person] : [];
  };
  const { ready, others } =
    vacancy.open && byWords === null
      ? engine.propose(vacancy, { limit, countries })
      : { ready: (byWords ?? []).flatMap(known), others: [] };
  const before = dealtWith.flatMap(({ candidateId }) => known(candidateId));
  return new Map([...ready, ...others, ...before].map((one) => [one.candidate.id, one]));
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

/** The first day on which the order may be another. */
function endOfPrecedence({ untilOn }: TrainedPerson): string {
  return addDays(untilOn, 1);
}

/** Whom a list names as trained abroad for this work in this state. */
export function trainedOf({ trained }: Pick<Question, 'trained'>): ReadonlySet<string> {
  return new Set(trained.map(({ candidateId }) => candidateId));
}

/** Whom the employer is done with. Whoever is invited is still there to be hired. */
export function settledOf({ dealtWith }: Pick<Question, 'dealtWith'>): ReadonlySet<string> {
  const settled = dealtWith.filter(({ outcome }) => outcome !== 'invited');
  return new Set(settled.map(({ candidateId }) => candidateId));
}
