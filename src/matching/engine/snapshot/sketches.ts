import { Growing } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';

/** Years from here on are told as any years. */
const MOST_YEARS = 7;
/** Years in other occupations may count too; where they do, the years told say nothing. */
export const MORE_YEARS = 8;
/** No other occupation, or more than one. */
export const NO_OTHER = 0xffffffff;

/**
 * A little on each row, column by column, by which most rows are seen to score too little before
 * their records are read. What they say is never less than the truth.
 */
export interface Sketches {
  /** What is on record (8 bits), then EQF (4), MORE_YEARS (1), years in the occupation rounded up (3). */
  facts: Uint16Array;
  /** Where a person has two occupations, the one for which the row does not stand; else NO_OTHER. */
  others: Uint32Array;
  /** The consent profile. */
  consents: Uint32Array;
  /** Two words: one of 64 bits for each skill; see signatureOf. */
  signatures: Uint32Array;
}

export class GrowingSketches {
  private readonly facts = new Growing(Uint16Array);
  private readonly others = new Growing(Uint32Array);
  private readonly consents = new Growing(Uint32Array);
  private readonly signatures = new Growing(Uint32Array);

  /** Of the row that stands for one of the occupations. */
  push(
    { skills, trades, years, education, told, consents }: EncodedCandidate,
    trade: number,
  ): void {
    const [other = NO_OTHER, ...more] = new Set(trades.filter((one) => one !== trade));
    const own = years.reduce((sum, one, at) => sum + (trades[at] === trade ? one || 0 : 0), 0);
    const most = Math.min(Math.ceil(own), MOST_YEARS) | (more.length > 0 ? MORE_YEARS : 0);
    this.facts.push((told << 8) | (education << 4) | most);
    this.others.push(more.length > 0 ? NO_OTHER : other);
    this.consents.push(consents);
    const { low, high } = signatureOf(skills);
    this.signatures.push(low);
    this.signatures.push(high);
  }

  /** The rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Sketches {
    return {
      facts: this.facts.gather(order),
      others: this.others.gather(order),
      consents: this.consents.gather(order),
      signatures: this.signatures.gather(order, 2),
    };
  }
}

/** What the low byte of a row's facts says. */
export function readFacts(facts: number): { education: number; years: number; hasMore: boolean } {
  const years = facts & MOST_YEARS;
  return {
    education: (facts >>> 4) & 15,
    years: years === MOST_YEARS ? Number.POSITIVE_INFINITY : years,
    hasMore: (facts & MORE_YEARS) !== 0,
  };
}

/**
 * One of 64 bits for each skill, so that two lists without a bit in common have no skill in common
 * (Bloom, Space/time trade-offs in hash coding, CACM 13(7), 1970).
 */
export function signatureOf(skills: readonly number[]): { low: number; high: number } {
  const signature = { low: 0, high: 0 };
  for (const skill of skills) {
    const bit = Math.imul(skill, 0x9e3779b1) >>> 26;
    if (bit < 32) signature.low |= 1 << bit;
    else signature.high |= 1 << (bit - 32);
  }
  return signature;
}
