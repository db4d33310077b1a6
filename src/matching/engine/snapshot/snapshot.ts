import { uuidOf } from '../../../platform/database/uuid-of.ts';
import type { Lists } from './columns.ts';
import { type Records, tradeCount, tradesAt } from './records.ts';
import type { Sketches } from './sketches.ts';

/** No date. Dates are days since 1970-01-01. */
export const NO_DAY = -0x80000000;

/**
 * The candidates who may be matched, column by column, in memory that threads can share. Words are
 * replaced by numbers of the vocabulary. There is one row for each occupation of a candidate, and
 * one row for a candidate without any. Rows are ordered by occupation, then by consent profile.
 * Candidates of one occupation who may be matched in a state therefore lie together, and are read
 * in sequence.
 */
export interface Snapshot {
  /** The number of rows. */
  size: number;
  /** The candidates' ids: four words of 32 bits each, most significant first. */
  ids: Uint32Array;
  /** All rows, ordered by id. */
  byId: Uint32Array;
  /** The number of the candidate of each row; see People. */
  people: Uint32Array;
  /** The rows of trade t are blocks[t] up to blocks[t + 1]. Rows without a trade follow. */
  blocks: Uint32Array;
  /** The number of rows of the largest block of a trade. */
  largestBlock: number;
  /** What bounds the score of each row. */
  sketches: Sketches;
  /** What is on record of each row. */
  records: Records;
  /** By language, its speakers and their levels; see speakersIn. */
  speakers: Lists;
  /**
   * By row, the numbers of the states in which the candidate has preference, with RESIDENT set if
   * by residence only; or EVERYWHERE.
   */
  preference: Lists;
  /** By row, the numbers of the countries whose nationality the candidate has, had or will have. */
  nationalities: Lists;
}

/** Preference in every state, as citizens and their families have. */
export const EVERYWHERE = 0xffffffff;
/** Flag on the number of a state: preference by residence there, which ranks behind citizens. */
export const RESIDENT = 0x40000000;

/** Returns whether this is the first row of its candidate: the row of the first occupation. */
export function isFirstRow(snapshot: Snapshot, row: number): boolean {
  const { records } = snapshot;
  const at = records.start[row] ?? 0;
  if (tradeCount(records, at) === 0) return true;
  return isInBlock(snapshot, row, records.items[tradesAt(records, at)] ?? 0);
}

/** Returns whether a row stands for this trade. */
export function isInBlock({ blocks }: Snapshot, row: number, trade: number): boolean {
  return (blocks[trade] ?? 0) <= row && row < (blocks[trade + 1] ?? 0);
}

/** Returns the UUID of the candidate of a row, as text. */
export function idOf({ ids }: Snapshot, row: number): string {
  for (let word = 0; word < 4; word += 1) idBytes.writeUInt32BE(ids[4 * row + word] ?? 0, 4 * word);
  return uuidOf(idBytes.toString('hex'));
}

const idBytes = Buffer.alloc(16);

/**
 * Returns the four words of an id, most significant first.
 *
 * @throws RangeError if the id is not a UUID
 */
export function wordsOfId(id: string): [number, number, number, number] {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`${id} is no UUID.`);
  const word = (at: number): number => Number.parseInt(hex.slice(8 * at, 8 * at + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

/**
 * Compares row `a` of `one` with row `b` of `other` by id. Returns a number below 0 if `a` comes
 * first, above 0 if `b` does, and 0 if the ids are equal.
 */
export function compareIds(one: Uint32Array, a: number, other: Uint32Array, b: number): number {
  for (let word = 0; word < 4; word += 1) {
    const difference = (one[4 * a + word] ?? 0) - (other[4 * b + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Returns the rows of a candidate; none if the snapshot does not have them.
 * @throws RangeError if the id is not a UUID
 */
export function rowsOf({ ids, byId }: Snapshot, id: string): number[] {
  const wanted = Uint32Array.from(wordsOfId(id));
  const orderAt = (at: number): number => compareIds(ids, byId[at] ?? 0, wanted, 0);
  let from = 0;
  for (let end = byId.length; from < end;) {
    const middle = (from + end) >> 1;
    if (orderAt(middle) < 0) from = middle + 1;
    else end = middle;
  }
  let end = from;
  while (end < byId.length && orderAt(end) === 0) end += 1;
  return [...byId.subarray(from, end)];
}
