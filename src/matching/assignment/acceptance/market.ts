/**
 * People, vacancies and caps as numbers, for deferred acceptance. An application is a person with a
 * vacancy that both may have; `offsets` says whose it is.
 *
 * People and vacancies are numbered in the order of the lottery: a smaller number was drawn first.
 * Of two applications to one vacancy the one of smaller merit comes first, then the smaller number.
 */
export interface Market {
  /** By vacancy: how many people it can take. */
  positions: Int32Array;
  /** By cap: how many people may hold a seat under it. */
  seats: Int32Array;
  /** Sets of caps; the first is empty. */
  covers: readonly (readonly number[])[];
  /** By person: their first application; one more entry than people. */
  offsets: Int32Array;
  /** By application, the best wish of each person first; each vacancy at most once for a person. */
  vacancy: Int32Array;
  /** By application: see `meritOf`. */
  merit: Uint16Array;
  /** By application: the set of caps of which it takes a seat each, an index of `covers`. */
  cover: Uint16Array;
}

/** How a cap deals with people whom it cannot all take; see docs/assignment.md. */
export const capRegimes = ['ordered', 'held', 'closed'] as const;
export type CapRegime = (typeof capRegimes)[number];

export interface Assignment {
  /** By person: the application that is proposed, or -1. */
  place: Int32Array;
  /** By cap. */
  regimes: CapRegime[];
}

/** What an application is judged by. */
export interface Merit {
  /** From 0, the first in the order of Community preference. */
  tier: number;
  /** In the tier where that counts: did not come and verifiably return before. */
  later: boolean;
  /** Thousandths. */
  score: number;
}

const SCORES = 1024;

/** As one number: tier before return before score, whatever the score; smaller comes first. */
export function meritOf({ tier, later, score }: Merit): number {
  return (tier * 2 + Number(later)) * SCORES + (1000 - score);
}

/** The inverse of `meritOf`. */
export function readMerit(merit: number): Merit {
  const group = Math.floor(merit / SCORES);
  return { tier: group >> 1, later: group % 2 === 1, score: 1000 - (merit % SCORES) };
}
