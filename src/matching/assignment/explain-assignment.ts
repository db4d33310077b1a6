import type { Drawn } from './draw-market.ts';
import { type Assignment, type Market, readMerit } from './acceptance/market.ts';

export const applicationOutcomes = [
  'placed', 'placed-elsewhere', 'later-tier', 'not-returned', 'lower-score', 'drawn-later',
  'offer-full', 'offer-closed',
] as const; // prettier-ignore
/** The result of an application: placed, placed at a preferred vacancy, or why it was refused. */
export type ApplicationOutcome = (typeof applicationOutcomes)[number];

export interface Explained {
  outcome: ApplicationOutcome;
  /** The national offer that had no seat; null if no offer decided. */
  quotaId: string | null;
}

/**
 * Returns the outcome of each application, by number. Refused ones get the first reason that
 * applies.
 *
 * @throws Error if an application was refused for no reason
 */
export function explainAssignment(drawn: Drawn, assignment: Assignment): Explained[] {
  const { market } = drawn;
  const last = lastHolders(market, assignment);
  const explained: Explained[] = [];
  assignment.place.forEach((held, person) => {
    const end = market.offsets[person + 1] ?? 0;
    for (let one = market.offsets[person] ?? 0; one < end; one += 1) {
      explained.push(explain(one));
    }
    function explain(one: number): Explained {
      if (one === held) return { outcome: 'placed', quotaId: null };
      if (held >= 0 && one > held) return { outcome: 'placed-elsewhere', quotaId: null };
      return refusalOf({ person, application: one }, { drawn, assignment, last });
    }
  });
  return explained;
}

interface Holder {
  person: number;
  application: number;
}

/** The last-ranked holder of each full vacancy and each full cap. */
interface LastHolders {
  atVacancy: (Holder | undefined)[];
  underCap: (Holder | undefined)[];
}

interface Result {
  drawn: Drawn;
  assignment: Assignment;
  last: LastHolders;
}

function refusalOf(claim: Holder, { drawn, assignment, last }: Result): Explained {
  const { market } = drawn;
  const holder = last.atVacancy[market.vacancy[claim.application] ?? 0];
  const outcome = holder && whyBehind(market, claim, holder);
  if (outcome) return { outcome, quotaId: null };
  const caps = market.covers[market.cover[claim.application] ?? 0] ?? [];
  const full = caps.find((cap) => last.underCap[cap] || market.seats[cap] === 0);
  const closed = caps.find((cap) => assignment.regimes[cap] === 'closed');
  const quotaId = drawn.quotas[full ?? closed ?? -1] ?? null;
  if (quotaId === null) throw new Error('An application was turned down without a reason.');
  return { outcome: full === undefined ? 'offer-closed' : 'offer-full', quotaId };
}

/** Returns the first criterion by which the claim ranks behind the holder; null if it does not. */
function whyBehind(market: Market, claim: Holder, holder: Holder): ApplicationOutcome | null {
  const own = readMerit(market.merit[claim.application] ?? 0);
  const theirs = readMerit(market.merit[holder.application] ?? 0);
  if (own.tier !== theirs.tier) return own.tier > theirs.tier ? 'later-tier' : null;
  if (own.lacksReturn !== theirs.lacksReturn) return own.lacksReturn ? 'not-returned' : null;
  if (own.score !== theirs.score) return own.score < theirs.score ? 'lower-score' : null;
  return claim.person > holder.person ? 'drawn-later' : null;
}

function lastHolders(market: Market, { place }: Assignment): LastHolders {
  const atVacancy = new Array<Holder | undefined>(market.positions.length).fill(undefined);
  const underCap = new Array<Holder | undefined>(market.seats.length).fill(undefined);
  const atVacancyCount = new Int32Array(market.positions.length);
  const underCapCount = new Int32Array(market.seats.length);
  const put = (last: (Holder | undefined)[], count: Int32Array, at: number, one: Holder): void => {
    count[at] = (count[at] ?? 0) + 1;
    const before = last[at];
    if (!before || whyBehind(market, one, before)) last[at] = one;
  };
  place.forEach((application, person) => {
    if (application < 0) return;
    const one = { person, application };
    put(atVacancy, atVacancyCount, market.vacancy[application] ?? 0, one);
    for (const cap of market.covers[market.cover[application] ?? 0] ?? []) {
      put(underCap, underCapCount, cap, one);
    }
  });
  const isFull = (count: Int32Array, size: Int32Array, at: number): boolean =>
    (count[at] ?? 0) >= (size[at] ?? 0);
  return {
    atVacancy: atVacancy.map((one, at) =>
      isFull(atVacancyCount, market.positions, at) ? one : undefined,
    ),
    underCap: underCap.map((one, at) =>
      isFull(underCapCount, market.seats, at) ? one : undefined,
    ),
  };
}
