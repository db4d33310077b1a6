import { type Market, meritOf } from '../../src/matching/assignment/acceptance/market.ts';
import { seeded } from '../worlds/seeded.ts';

export interface Size {
  vacancies: number;
  people: number;
  /** The number of applications of each person. */
  wishes: number;
}

const STATES = 6;
const PARTNERS = 4;
const GROUPS = 40;

/** The tiers of Community preference, numbered as in `Merit`. */
const CITIZEN = 0;
const RESIDENT = 1;
const ASSOCIATED = 2;
const PARTNER = 3;
const OTHER = 4;

/**
 * Makes a seeded world. Vacancies lie in order of occupation, and few occupations have most of
 * them; each person applies around their own occupation. Three in four people are nationals of a
 * partner country. For each partner country every state has a national offer, with a smaller one
 * inside it for each group of occupations; both bind. People prefer vacancies in the state they
 * like best, then those with the higher score.
 */
export function assignmentWorld(size: Size, seed: number): Market {
  const random = seeded(seed);
  const { vacancies, people, wishes } = size;
  const states = Uint8Array.from({ length: vacancies }, () => Math.floor(random() * STATES));
  const positions = Int32Array.from({ length: vacancies }, () => 1 + Math.floor(random() * 5));
  const count = people * wishes;
  const market: Market = {
    positions,
    ...capsOf(positions, states),
    offsets: Int32Array.from({ length: people + 1 }, (_, person) => person * wishes),
    vacancy: new Int32Array(count),
    merit: new Uint16Array(count),
    cover: new Uint16Array(count),
  };
  for (let person = 0; person < people; person += 1) {
    const one = somebody(random);
    const list = applications(random, one, { vacancies, wishes, states });
    list.forEach(({ vacancy, merit, isCapped }, rank) => {
      const application = person * wishes + rank;
      market.vacancy[application] = vacancy;
      market.merit[application] = merit;
      const place = (states[vacancy] ?? 0) * GROUPS + groupOf(vacancy, vacancies);
      market.cover[application] = isCapped ? 1 + one.partner * STATES * GROUPS + place : 0;
    });
  }
  return market;
}

function groupOf(vacancy: number, vacancies: number): number {
  return Math.floor((vacancy * GROUPS) / vacancies);
}

/** Makes, for each partner and state, one offer for any work and one inside it for each group. */
function capsOf(positions: Int32Array, states: Uint8Array): Pick<Market, 'seats' | 'covers'> {
  const open = new Int32Array(STATES * GROUPS);
  positions.forEach((number, vacancy) => {
    const place = (states[vacancy] ?? 0) * GROUPS + groupOf(vacancy, positions.length);
    open[place] = (open[place] ?? 0) + number;
  });
  const seats: number[] = [];
  const covers: number[][] = [[]];
  for (let partner = 0; partner < PARTNERS; partner += 1) {
    for (let state = 0; state < STATES; state += 1) {
      const whole = seats.push(0) - 1;
      for (let group = 0; group < GROUPS; group += 1) {
        const inner = Math.ceil((open[state * GROUPS + group] ?? 0) * 0.15);
        covers.push([seats.push(inner) - 1, whole]);
        seats[whole] = (seats[whole] ?? 0) + inner;
      }
      seats[whole] = Math.ceil((seats[whole] ?? 0) * 0.7);
    }
  }
  return { seats: Int32Array.from(seats), covers };
}

interface Somebody {
  tier: number;
  partner: number;
  /** The state where the person lives with access to the labour market, or -1 for none. */
  residence: number;
  returned: boolean;
  wish: number;
  able: number;
}

function somebody(random: () => number): Somebody {
  const draw = random();
  const tier = draw < 0.75 ? PARTNER : draw < 0.9 ? CITIZEN : draw < 0.94 ? ASSOCIATED : OTHER;
  return {
    tier,
    partner: Math.floor(random() ** 2 * PARTNERS),
    residence: random() < 0.1 ? Math.floor(random() * STATES) : -1,
    returned: random() < 0.1,
    wish: Math.floor(random() * STATES),
    able: 300 + random() * 400,
  };
}

interface Openings {
  vacancies: number;
  wishes: number;
  states: Uint8Array;
}

function applications(random: () => number, one: Somebody, openings: Openings) {
  const { vacancies, wishes, states } = openings;
  const own = Math.floor(random() ** 2 * vacancies);
  const step = 1 + Math.floor(random() * 3);
  const list = Array.from({ length: wishes }, (_, index) => {
    const vacancy = (own + index * step) % vacancies;
    const state = states[vacancy] ?? 0;
    const score = Math.floor(one.able + random() * 300);
    const tier = one.residence === state ? Math.min(one.tier, RESIDENT) : one.tier;
    const isCapped = tier === PARTNER;
    const merit = meritOf({ tier, lacksReturn: isCapped && !one.returned, score });
    return { vacancy, merit, isCapped, liking: (state === one.wish ? 1000 : 0) + score };
  });
  return list.sort((a, b) => b.liking - a.liking || a.vacancy - b.vacancy);
}
