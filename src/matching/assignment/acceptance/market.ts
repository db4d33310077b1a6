/**
 * People, vacancies and caps as numbers, for deferred acceptance. An application pairs a person
 * with a vacancy that both may have. `offsets` tells whose application it is.
 *
 * People and vacancies are numbered in the order of the lottery: a smaller number was drawn first.
 * If two applications compete for a vacancy, the smaller merit wins, then the smaller person
 * number.
 */
export interface Market {
  /** By vacancy: how many people it can take. */
  positions: Int32Array;
  /** By cap: how many people may hold a seat under it. */
  seats: Int32Array;
  /** Sets of caps; the first is empty. */
  covers: readonly (readonly number[])[];
  /** By person: their first application. Has one more entry than there are people. */
  offsets: Int32Array;
  /**
   * By application: the vacancy. Each person's best wish comes first, and each vacancy at most
   * once.
   */
  vacancy: Int32Array;
  /** By application: see `meritOf`. */
  merit: Uint16Array;
  /** By application: the set of caps under which it takes a seat each, as an index of `covers`. */
  cover: Uint16Array;
}

/** How a cap treats people whom it cannot all take; see docs/assignment.md. */
export const capRegimes = ['ordered', 'held', 'closed'] as const;
export type CapRegime = (typeof capRegimes)[number];

export interface Assignment {
  /** By person: the application that is proposed, or -1. */
  place: Int32Array;
  /** By cap: the regime that it ended in. */
  regimes: CapRegime[];
}

/** What an application is judged by. */
export interface Merit {
  /** The rank in the order of Community preference, from 0. */
  tier: number;
  /** Whether the person lacks a verified return, in the tier where that counts. */
  lacksReturn: boolean;
  /** Thousandths, 0 to 1000. */
  score: number;
}

const SCORES = 1024;

/**
 * Returns the merit as one number; a smaller one ranks first. The tier outranks the return, which
 * outranks the score.
 */
export function meritOf({ tier, lacksReturn, score }: Merit): number {
  return (tier * 2 + Number(lacksReturn)) * SCORES + (1000 - score);
}

/** Returns the merit that `meritOf` packed. */
export function readMerit(merit: number): Merit {
  const group = Math.floor(merit / SCORES);
  return { tier: group >> 1, lacksReturn: group % 2 === 1, score: 1000 - (merit % SCORES) };
}
