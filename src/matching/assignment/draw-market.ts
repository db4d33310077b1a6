import { createHash } from 'node:crypto';
import type { Tier } from '../rules/tiers.ts';
import { type Market, meritOf } from './acceptance/market.ts';

/** The version of the mechanism, stored with each assignment. Raise it if results change. */
export const ASSIGNMENT_VERSION = '2026-11-29';

/** A candidate who is proposed for a vacancy, as the assignment judges them. */
export interface Application {
  candidateId: string;
  vacancyId: string;
  tier: Tier;
  /** Whether the candidate has precedence in tier 3 for having come and returned before. */
  returned: boolean;
  /** Thousandths, 0 to 1000. */
  score: number;
  /** How far the vacancy meets the candidate's wishes, 0 to 1; null if none were stated. */
  wish: number | null;
  /** The national offers under which the placement takes a seat each. */
  quotaIds: readonly string[];
}

export interface AssignmentInput<A extends Application = Application> {
  /** The seed of the lottery, published before the draw. */
  seed: string;
  vacancies: readonly { id: string; positions: number }[];
  quotas: readonly { id: string; seats: number }[];
  /** At most one for each candidate and vacancy. */
  applications: readonly A[];
}

/** The market as numbers, with the ids that the numbers stand for. */
export interface Drawn<A extends Application = Application> {
  market: Market;
  /**
   * Ids by number: candidates and vacancies in the order of the lottery, offers in the order of
   * their ids.
   */
  people: string[];
  vacancies: string[];
  quotas: string[];
  /** Applications by number, as in the market. */
  applications: A[];
}

/** Community preference as the strict order of the assignment. */
const tierOrder: Record<Tier, number> = { '0': 0, '0t': 1, '1': 2, '2': 3, '3': 4, '4': 5 };

/** Half of 1: a candidate without stated wishes is indifferent between vacancies. */
const NO_WISH = 0.5;

/**
 * Draws the lottery and builds everybody's lists. The draw of a candidate or vacancy is the SHA-256
 * of the seed and its id. Anyone who knows both can repeat it, and the order of the input does not
 * matter.
 *
 * @throws Error for an application to a vacancy or offer that is not part of the input
 */
export function drawMarket<A extends Application>(call: AssignmentInput<A>): Drawn<A> {
  const { seed } = call;
  const people = drawnOrder(
    seed,
    call.applications.map(({ candidateId }) => candidateId),
  );
  const vacancies = drawnOrder(
    seed,
    call.vacancies.map(({ id }) => id),
  );
  const quotas = call.quotas.map(({ id }) => id).toSorted();
  const numbers = { people: numbersOf(people), vacancies: numbersOf(vacancies) };
  const applications = call.applications.toSorted(
    (a, b) =>
      numberIn(numbers.people, a.candidateId) - numberIn(numbers.people, b.candidateId) ||
      (b.wish ?? NO_WISH) - (a.wish ?? NO_WISH) ||
      b.score - a.score ||
      numberIn(numbers.vacancies, a.vacancyId) - numberIn(numbers.vacancies, b.vacancyId),
  );
  const positions = new Map(call.vacancies.map((vacancy) => [vacancy.id, vacancy.positions]));
  const seats = new Map(call.quotas.map((quota) => [quota.id, quota.seats]));
  const { covers, cover } = coversOf(applications, numbersOf(quotas));
  const market: Market = {
    positions: Int32Array.from(vacancies, (id) => numberIn(positions, id)),
    seats: Int32Array.from(quotas, (id) => numberIn(seats, id)),
    covers,
    cover,
    offsets: offsetsOf(applications, people),
    vacancy: Int32Array.from(applications, ({ vacancyId }) =>
      numberIn(numbers.vacancies, vacancyId),
    ),
    merit: Uint16Array.from(applications, ({ tier, returned, score }) =>
      meritOf({ tier: tierOrder[tier], lacksReturn: tier === '3' && !returned, score }),
    ),
  };
  return { market, people, vacancies, quotas, applications };
}

function drawnOrder(seed: string, ids: readonly string[]): string[] {
  const draws = new Map(
    ids.map((id) => [id, createHash('sha256').update(`${seed} ${id}`).digest()]),
  );
  return [...draws].sort(([, a], [, b]) => a.compare(b)).map(([id]) => id);
}

function numbersOf(ids: readonly string[]): Map<string, number> {
  return new Map(ids.map((id, number) => [id, number]));
}

/** @throws Error for an id without a number */
function numberIn(numbers: ReadonlyMap<string, number>, id: string): number {
  const number = numbers.get(id);
  if (number === undefined) throw new Error(`Nothing is known of ${id}.`);
  return number;
}

function coversOf(
  applications: readonly Application[],
  quotas: ReadonlyMap<string, number>,
): { covers: number[][]; cover: Uint16Array } {
  const covers: number[][] = [[]];
  const known = new Map<string, number>([['', 0]]);
  const cover = Uint16Array.from(applications, ({ quotaIds }) => {
    const caps = quotaIds.map((id) => numberIn(quotas, id)).sort((a, b) => a - b);
    const name = caps.join();
    const number = known.get(name) ?? covers.push(caps) - 1;
    known.set(name, number);
    return number;
  });
  return { covers, cover };
}

/** Expects each candidate's applications to lie together, in the order of the candidates. */
function offsetsOf(applications: readonly Application[], people: readonly string[]): Int32Array {
  const offsets = new Int32Array(people.length + 1);
  let person = 0;
  applications.forEach(({ candidateId }, index) => {
    if (candidateId !== people[person]) offsets[(person += 1)] = index;
  });
  offsets[people.length] = applications.length;
  return offsets;
}
