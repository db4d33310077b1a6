import type { EngineState } from '../engine/engine-state.ts';
import type { Group } from '../engine/shortlist.ts';
import type { Favoured } from '../engine/standings.ts';
import { addDays } from '../../platform/clock/calendar-days.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { TrainedPerson } from '../facts/trained-people.queries.ts';
import { type Decision, matchVacancy } from '../match-vacancy.ts';
import { reviewDate } from '../matches/review-date.ts';
import { isDomestic, type Tier } from '../rules/tiers.ts';
import {
  type Batch,
  type VacancyDecisions,
  DecidedBatch,
  MAX_PROPOSED_STORED,
} from './decided-batch.ts';
import type { Question, Questions } from './question.ts';

/**
 * How many candidates of each of the two groups are looked at for a vacancy: at first, and at most
 * if rules that the engine does not know hold some back. As many more are looked at as the employer
 * has dealt with.
 */
const FIRST_CANDIDATE_LIMIT = MAX_PROPOSED_STORED;
const MAX_CANDIDATE_LIMIT = 4 * FIRST_CANDIDATE_LIMIT;

/** Decides on vacancies with the candidates in the engine's state. Pure: no I/O, no clock. */
export function decideOnAll(engine: EngineState, { vacancies, versions }: Questions): Batch {
  const batch = new DecidedBatch(versions);
  for (const question of vacancies) batch.add(decide(engine, question));
  return batch.contents();
}

/**
 * Decides on one vacancy. Looks at twice as many candidates each time, as long as more may be
 * proposed.
 */
export function decide(engine: EngineState, question: Question): VacancyDecisions {
  const before = new Set(question.dealtWith.map(({ candidateId }) => candidateId));
  for (let limit = FIRST_CANDIDATE_LIMIT; ; limit *= 2) {
    const { people, truncatedGroups } = peopleFor(engine, question, before.size + limit);
    const decided = decideAmong(engine, question, people);
    const newDecisions = decided.decisions.filter(({ candidateId }) => !before.has(candidateId));
    if (limit >= MAX_CANDIDATE_LIMIT || !shouldLookFurther(newDecisions, truncatedGroups))
      return decided;
  }
}

function decideAmong(
  engine: EngineState,
  question: Question,
  people: VacancyDecisions['people'],
): VacancyDecisions {
  const { vacancy, state, trained } = question;
  const { on } = state;
  const candidates = [...people.values()].map((one) => engine.facts.for(one, vacancy.state, on));
  const decisions = matchVacancy({
    vacancy,
    candidates,
    state,
    settled: settledOf(question),
    trained: trainedOf(question),
    esco: engine.esco,
  });
  const due = [
    reviewDate(vacancy, people.values(), decisions, state),
    ...trained.filter(({ candidateId }) => people.has(candidateId)).map(endOfPrecedence),
  ].filter((date) => date !== null);
  return { question, decisions, people, reviewOn: due.toSorted()[0] ?? null };
}

/** The candidates to decide on, by id. */
interface ConsideredPeople {
  people: VacancyDecisions['people'];
  /** The groups of which more candidates may pass the gates of the engine. */
  truncatedGroups: readonly Group[];
}

function peopleFor(engine: EngineState, question: Question, limit: number): ConsideredPeople {
  const { vacancy, eligibleCountries, dealtWith, foundByTitle } = question;
  const known = (id: string): KnownPerson[] => {
    const person = engine.person(id);
    return person ? [person] : [];
  };
  const { ready, others, truncatedGroups } =
    vacancy.open && foundByTitle === null
      ? engine.propose(vacancy, {
          limit,
          countries: eligibleCountries,
          favoured: favouredOf(question),
        })
      : { ready: (foundByTitle ?? []).flatMap(known), others: [], truncatedGroups: [] };
  const before = dealtWith.flatMap(({ candidateId }) => known(candidateId));
  const all = [...ready, ...others, ...before];
  return { people: new Map(all.map((one) => [one.candidate.id, one])), truncatedGroups };
}

/** Tiers that rank behind another one, from which the engine cannot tell them apart. */
const indistinctTiers: readonly Tier[] = ['0t', '4'];

/**
 * Returns whether looking at more candidates may change who is proposed. `decisions` leaves out
 * candidates already dealt with. More may help if a truncated group has candidates who are not held back.
 * In addition, the list must have room, or contain a candidate who ranks behind that group.
 */
function shouldLookFurther(
  decisions: readonly Decision[],
  truncatedGroups: ConsideredPeople['truncatedGroups'],
): boolean {
  const proposed = decisions.filter(({ status }) => status === 'proposed');
  const first = proposed.slice(0, MAX_PROPOSED_STORED);
  return truncatedGroups.some((group) => {
    const isDomesticGroup = group === 'domestic';
    const somePass = decisions.some(
      ({ tier, status }) => isDomestic(tier) === isDomesticGroup && status !== 'held-back',
    );
    const standsBehind = ({ tier }: Decision): boolean =>
      indistinctTiers.includes(tier.tier) || (isDomesticGroup && !isDomestic(tier));
    return somePass && (first.length < MAX_PROPOSED_STORED || first.some(standsBehind));
  });
}

/** Returns the first day on which the order may change. */
function endOfPrecedence({ untilOn }: TrainedPerson): string {
  return addDays(untilOn, 1);
}

function favouredOf({ state, trained }: Question): Favoured {
  return {
    associated: state.law.association.flatMap(({ parameters }) => parameters.countries),
    trained: trained.map(({ candidateId }) => candidateId),
  };
}

/**
 * Returns the ids of the candidates whom a list names as trained abroad for this work in this
 * state.
 */
export function trainedOf({ trained }: Pick<Question, 'trained'>): ReadonlySet<string> {
  return new Set(trained.map(({ candidateId }) => candidateId));
}

/**
 * Returns the ids of the candidates with whom the employer is done. Invited candidates may still be
 * hired.
 */
export function settledOf({ dealtWith }: Pick<Question, 'dealtWith'>): ReadonlySet<string> {
  const settled = dealtWith.filter(({ outcome }) => outcome !== 'invited');
  return new Set(settled.map(({ candidateId }) => candidateId));
}
