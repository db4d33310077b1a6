import { Growing, type Lists } from './columns.ts';
import type { EncodedCandidate } from './encoded-candidate.ts';

/**
 * Offsets in the record of a row. A record holds all facts of a row side by side, so that reading
 * them costs about two cache lines. It consists of words of 32 bits: a header, the years in each
 * occupation (64 bits each), then lists of numbers in the order of the counts.
 */
export const field = {
  /**
   * From the lowest bit: partBits (8 bits), EQF level (4), field of education (8), whether a pay is
   * wished for (1), whether the candidate went home before (1).
   */
  facts: 0,
  consents: 1,
  availableFrom: 2,
  availableUntil: 3,
  /** Two counts each: occupations and languages; countries and codes; categories and licences. */
  worked: 4,
  wished: 5,
  held: 6,
  skills: 7,
} as const;
export const HEADER = 8;

const MAX_COUNT = 0xffff;

/** The records of all rows. The record of row r is items[start[r]] up to items[start[r + 1]]. */
export interface Records extends Lists {
  /** The same memory as floats, for the years. */
  floats: Float64Array;
}

/** Records under construction, row after row. */
export class GrowingRecords {
  private readonly start = new Growing(Uint32Array);
  private readonly words = new Growing(Uint32Array);

  constructor() {
    this.start.push(0);
  }

  push(encoded: EncodedCandidate): void {
    for (const word of wordsOf(encoded)) this.words.push(word);
    this.start.push(this.words.length);
  }

  /** Returns the records of the rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Records {
    const start = new Uint32Array(new SharedArrayBuffer(4 * (order.length + 1)));
    const rangeOf = (row: number): [number, number] => [this.start.at(row), this.start.at(row + 1)];
    for (let to = 0; to < order.length; to += 1) {
      const [from, end] = rangeOf(order[to] ?? 0);
      start[to + 1] = (start[to] ?? 0) + end - from;
    }
    const items = new Uint32Array(new SharedArrayBuffer(4 * (start[order.length] ?? 0)));
    const words = this.words.filled();
    for (let to = 0; to < order.length; to += 1) {
      items.set(words.subarray(...rangeOf(order[to] ?? 0)), start[to]);
    }
    return { start, items, floats: new Float64Array(items.buffer) };
  }
}

function wordsOf(encoded: EncodedCandidate): number[] {
  const { trades, languages, desiredCountries, desiredCodes } = encoded;
  const { permitCategories, licences, skills } = encoded;
  const pair = (low: readonly number[], high: readonly number[]): number =>
    low.length | (high.length << 16);
  const words = [
    factsWord(encoded),
    encoded.consents,
    encoded.availableFrom,
    encoded.availableUntil,
    pair(trades, languages),
    pair(desiredCountries, desiredCodes),
    pair(permitCategories, licences.slice(0, MAX_COUNT)),
    skills.length,
    ...new Uint32Array(Float64Array.from(encoded.years).buffer),
    ...trades,
    ...languages,
    ...desiredCountries,
    ...desiredCodes,
    ...permitCategories,
    ...encoded.desiredPay,
    ...licences.slice(0, MAX_COUNT),
    ...skills,
  ];
  // Every record has an even length, so that its years can be read as numbers of 64 bits.
  return words.length % 2 === 0 ? words : [...words, 0];
}

function factsWord(encoded: EncodedCandidate): number {
  const { statedParts, education, educationField, desiredPay, returned } = encoded;
  const flags = desiredPay.length | (Number(returned) << 1);
  return statedParts | (education << 8) | (educationField << 12) | (flags << 20);
}

/** Returns whether a candidate with this `facts` word went home after a stay. */
export function hasReturned(facts: number): boolean {
  return ((facts >>> 21) & 1) === 1;
}

/**
 * Returns how many pays a row with this `facts` word wishes for, 0 or 1. The pay precedes the
 * licences.
 */
export function payCount(facts: number): number {
  return (facts >>> 20) & 1;
}

/** Returns the number of occupations in the record at `at`. They follow their years. */
export function tradeCount({ items }: Records, at: number): number {
  return (items[at + field.worked] ?? 0) & 0xffff;
}

/** Returns where the occupations of the record at `at` begin. */
export function tradesAt(records: Records, at: number): number {
  return at + HEADER + 2 * tradeCount(records, at);
}

/** A range of words, without `end`. */
export interface Range {
  from: number;
  end: number;
}

/** Returns where the languages of the record at `at` are, one languageWord each. */
export function languagesOf(records: Records, at: number): Range {
  const from = tradesAt(records, at) + tradeCount(records, at);
  return { from, end: from + ((records.items[at + field.worked] ?? 0) >>> 16) };
}

/** Returns where the ISCO codes that the record at `at` wishes for are. */
export function desiredCodesOf(records: Records, at: number): Range {
  const counts = records.items[at + field.wished] ?? 0;
  const from = languagesOf(records, at).end + (counts & 0xffff);
  return { from, end: from + (counts >>> 16) };
}
