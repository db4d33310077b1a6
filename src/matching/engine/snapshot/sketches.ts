import { Growing } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';

/** The highest number of years recorded. It stands for any number above 6. */
const MAX_YEARS = 7;
/** Set if years in further occupations may count too; the years recorded then say nothing. */
export const MORE_YEARS = 8;
/** No other occupation, or more than one. */
export const NO_OTHER = 0xffffffff;

/**
 * A few bytes on each row, column by column. They suffice to skip most rows that score too little,
 * without reading their records. A sketch may overstate what a row can score, but never understates
 * it.
 */
export interface Sketches {
  /**
   * From the highest bit: partBits (8 bits), EQF level (4), MORE_YEARS (1), years in the occupation
   * rounded up (3).
   */
  facts: Uint16Array;
  /**
   * If the candidate has exactly two occupations, the one that the row does not stand for; else
   * NO_OTHER.
   */
  others: Uint32Array;
  /** The number of the consent profile. */
  consents: Uint32Array;
  /** Two words per row: a set of 64 bits for the skills; see signatureOf. */
  signatures: Uint32Array;
}

export class GrowingSketches {
  private readonly facts = new Growing(Uint16Array);
  private readonly others = new Growing(Uint32Array);
  private readonly consents = new Growing(Uint32Array);
  private readonly signatures = new Growing(Uint32Array);

  /** Adds the row that stands for the occupation `trade` of a candidate. */
  push(
    { skills, trades, years, education, statedParts, consents }: EncodedCandidate,
    trade: number,
  ): void {
    const [other = NO_OTHER, ...more] = new Set(trades.filter((one) => one !== trade));
    const own = years.reduce((sum, one, at) => sum + (trades[at] === trade ? one || 0 : 0), 0);
    const most = Math.min(Math.ceil(own), MAX_YEARS) | (more.length > 0 ? MORE_YEARS : 0);
    this.facts.push((statedParts << 8) | (education << 4) | most);
    this.others.push(more.length > 0 ? NO_OTHER : other);
    this.consents.push(consents);
    const { low, high } = signatureOf(skills);
    this.signatures.push(low);
    this.signatures.push(high);
  }

  /** Returns the sketches of the rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Sketches {
    return {
      facts: this.facts.gather(order),
      others: this.others.gather(order),
      consents: this.consents.gather(order),
      signatures: this.signatures.gather(order, 2),
    };
  }
}

/** Returns what the low byte of a row's facts says. `years` is Infinity above 6. */
export function readFacts(facts: number): { education: number; years: number; hasMore: boolean } {
  const years = facts & MAX_YEARS;
  return {
    education: (facts >>> 4) & 15,
    years: years === MAX_YEARS ? Number.POSITIVE_INFINITY : years,
    hasMore: (facts & MORE_YEARS) !== 0,
  };
}

/**
 * Returns a set of 64 bits, one for each skill. Two lists without a bit in common have no skill in
 * common (Bloom, Space/time trade-offs in hash coding, CACM 13(7), 1970).
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
