import { uuidOf } from '../../../platform/database/uuid-of.ts';
import type { Lists } from './columns.ts';
import { type Records, tradeCount, tradesAt } from './records.ts';
import type { Sketches } from './sketches.ts';

/** No date. Dates are days since 1970-01-01. */
export const NO_DAY = -0x80000000;

/**
 * The people who may be matched, column by column in memory that threads can share: numbers of the
 * vocabulary instead of words, one row for each occupation of a person (one for a person without).
 * Rows are ordered by that occupation, then by what the person shares with which states: so that those
 * of one occupation who may be matched in a state lie together, and their columns are read in passing.
 */
export interface Snapshot {
  /** How many rows. */
  size: number;
  /** Four words of 32 bits each, most significant first. */
  ids: Uint32Array;
  /** All rows, by id. */
  byId: Uint32Array;
  /** The number of the person of each row; see People. */
  people: Uint32Array;
  /** The rows of trade t are blocks[t] up to blocks[t + 1]; then come people without one. */
  blocks: Uint32Array;
  /** How many rows the largest of them has. */
  largestBlock: number;
  /** Of each, what bounds its score. */
  sketches: Sketches;
  /** What is on record of each. */
  records: Records;
  /** By language, who speaks it how well; see speakersIn. */
  speakers: Lists;
  /** The number of each state in which the person has preference; all of them: 0xffffffff. */
  preference: Lists;
  /** The numbers of the countries whose nationality the person has, or had, or will have. */
  nationalities: Lists;
}

/** In every state, as citizens and their families are. */
export const EVERYWHERE = 0xffffffff;
/** With the number of a state: by residence there, and so behind its citizens. */
export const RESIDENT = 0x40000000;

/** Whether this is the first of the rows of its person: the one of the first occupation. */
export function isFirstRow(snapshot: Snapshot, row: number): boolean {
  const { records } = snapshot;
  const at = records.start[row] ?? 0;
  if (tradeCount(records, at) === 0) return true;
  return isInBlock(snapshot, row, records.items[tradesAt(records, at)] ?? 0);
}

/** Whether a row stands for this trade. */
export function isInBlock({ blocks }: Snapshot, row: number, trade: number): boolean {
  return (blocks[trade] ?? 0) <= row && row < (blocks[trade + 1] ?? 0);
}

/** The id of a row, as everybody else writes it. */
export function idOf({ ids }: Snapshot, row: number): string {
  for (let word = 0; word < 4; word += 1) idBytes.writeUInt32BE(ids[4 * row + word] ?? 0, 4 * word);
  return uuidOf(idBytes.toString('hex'));
}

const idBytes = Buffer.alloc(16);

/** The words of an id. @throws RangeError for what is no UUID */
export function wordsOfId(id: string): [number, number, number, number] {
  const hex = id.replaceAll('-', '');
  if (!/^[0-9a-f]{32}$/i.test(hex)) throw new RangeError(`${id} is no UUID.`);
  const word = (at: number): number => Number.parseInt(hex.slice(8 * at, 8 * at + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

/** Below 0 when row `a` of `one` comes before row `b` of `other` by id. */
export function compareIds(one: Uint32Array, a: number, other: Uint32Array, b: number): number {
  for (let word = 0; word < 4; word += 1) {
    const difference = (one[4 * a + word] ?? 0) - (other[4 * b + word] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rows of a person; none for somebody who is not there. */
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
