import { Growing } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';

/** Years from here on, and those that may be years in other work too, are told as any years. */
const ANY_YEARS = 7;

/**
 * A little on each row, column by column, by which most rows are seen to score too little before
 * their records are read. What they say is never less than the truth.
 */
export interface Sketches {
  /** What is on record (8 bits), then EQF (4), several occupations or not (1), years rounded up (3). */
  facts: Uint16Array;
  /** The consent profile. */
  consents: Uint32Array;
  /** Two words: one of 64 bits for each skill; see signatureOf. */
  signatures: Uint32Array;
}

export class GrowingSketches {
  private readonly facts = new Growing(Uint16Array);
  private readonly consents = new Growing(Uint32Array);
  private readonly signatures = new Growing(Uint32Array);

  push({ skills, trades, years, education, told, consents }: EncodedCandidate): void {
    const [first = 0] = years;
    const isOnly = trades.length <= 1;
    const most = isOnly && first >= 0 ? Math.min(Math.ceil(first), ANY_YEARS) : ANY_YEARS;
    this.facts.push((told << 8) | (education << 4) | (isOnly ? 0 : 8) | most);
    this.consents.push(consents);
    const { low, high } = signatureOf(skills);
    this.signatures.push(low);
    this.signatures.push(high);
  }

  /** The rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Sketches {
    return {
      facts: this.facts.gather(order),
      consents: this.consents.gather(order),
      signatures: this.signatures.gather(order, 2),
    };
  }
}

/** What the low byte of a row's facts says. */
export function readFacts(facts: number): { education: number; years: number; isOnly: boolean } {
  const years = facts & 7;
  return {
    education: (facts >>> 4) & 15,
    years: years === ANY_YEARS ? Number.POSITIVE_INFINITY : years,
    isOnly: (facts & 8) === 0,
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
