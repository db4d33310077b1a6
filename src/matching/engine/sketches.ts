import { Growing } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';

/** Words of 32 bits a row. */
const WORDS = 4;
/** The years of somebody with several occupations, of which some may be years in the same work. */
const ANY_YEARS = 255;

/**
 * A few words on each row, by which most rows are seen to score too little before their records are
 * read: a signature of the skills (Bloom, Space/time trade-offs in hash coding, CACM 13(7), 1970), the
 * years, the EQF level, what is on record, and the consent profile. What they say is never less than
 * the truth.
 */
export class GrowingSketches {
  private readonly words = new Growing(Uint32Array);

  push({ skills, trades, years, education, told, consents }: EncodedCandidate): void {
    const [first = 0] = years;
    const only = trades.length === 1 && first >= 0 ? Math.ceil(first) : ANY_YEARS;
    const { low, high } = signatureOf(skills);
    this.words.push(low);
    this.words.push(high);
    this.words.push(Math.min(only, ANY_YEARS) | (education << 8) | (told << 16));
    this.words.push(consents);
  }

  /** The rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Uint32Array {
    const words = new Uint32Array(WORDS * order.length);
    for (let to = 0; to < words.length; to += 1) {
      words[to] = WORDS * (order[Math.floor(to / WORDS)] ?? 0) + (to % WORDS);
    }
    return this.words.gather(words);
  }
}

/** What a sketch says of a row. */
export interface Sketch {
  low: number;
  high: number;
  /** Rounded up; infinite where unknown. */
  years: number;
  education: number;
  told: number;
  consents: number;
}

/** Reads the sketch of a row into `sketch`. */
export function readSketch(sketches: Uint32Array, row: number, sketch: Sketch): void {
  const at = WORDS * row;
  const facts = sketches[at + 2] ?? 0;
  const years = facts & 0xff;
  sketch.low = sketches[at] ?? 0;
  sketch.high = sketches[at + 1] ?? 0;
  sketch.years = years === ANY_YEARS ? Number.POSITIVE_INFINITY : years;
  sketch.education = (facts >>> 8) & 0xff;
  sketch.told = facts >>> 16;
  sketch.consents = sketches[at + 3] ?? 0;
}

/** One of 64 bits for each skill. */
export function signatureOf(skills: readonly number[]): { low: number; high: number } {
  const signature = { low: 0, high: 0 };
  for (const skill of skills) {
    const bit = Math.imul(skill, 0x9e3779b1) >>> 26;
    if (bit < 32) signature.low |= 1 << bit;
    else signature.high |= 1 << (bit - 32);
  }
  return signature;
}
