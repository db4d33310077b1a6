import type { AskedSkill } from './engine-query.ts';
import { signatureOf } from '../snapshot/sketches.ts';

/** Skills with a bit of their own in a word. Candidates are assumed to have any further ones. */
const MAX_DISTINCT_SKILLS = 32;
/** The binary exponent of the scale of the bounds: 2^16 stands for all skills asked for. */
export const SCALE_BITS = 16;
/** The number of values of a byte. */
const BYTE = 256;

/**
 * The most that a signature of skills can be worth, looked up byte by byte in tables. A loop over
 * the common bits would cost more: the processor cannot predict how often it runs.
 */
export class SkillBounds {
  /**
   * By signature byte and its value: the asked skills it may contain, and those it may have a near
   * skill of.
   */
  private readonly exact = new Int32Array(8 * BYTE);
  private readonly beside = new Int32Array(8 * BYTE);
  /** By byte of a set of asked skills and its value: the worth of those skills, or of near ones. */
  private readonly full = new Int32Array(4 * BYTE);
  private readonly nearly = new Int32Array(4 * BYTE);
  private hasNear = false;
  /** The worth of the skills beyond those with a bit of their own. */
  private others = 0;

  prepare(asked: readonly AskedSkill[]): this {
    const distinct = asked.slice(0, MAX_DISTINCT_SKILLS);
    const beyond = asked.slice(MAX_DISTINCT_SKILLS);
    fillSlots(this.exact, slotsByBit(distinct.map(({ number }) => [number])));
    fillSlots(this.beside, slotsByBit(distinct.map(({ near }) => near)));
    const inAll = asked.reduce((sum, { full }) => sum + full, 0);
    const partOf = (worth: number): number => Math.ceil((worth * (1 << SCALE_BITS)) / inAll);
    fillWorth(
      this.full,
      distinct.map(({ full }) => partOf(full)),
    );
    fillWorth(
      this.nearly,
      distinct.map(({ nearly }) => partOf(nearly)),
    );
    this.hasNear = distinct.some(({ near }) => near.length > 0);
    this.others = beyond.reduce((sum, { full }) => sum + partOf(full), 0);
    return this;
  }

  /**
   * Returns the most that skills with this signature can be worth, on the scale of SCALE_BITS.
   * Never less than what SkillMarks.worthOf gives.
   */
  boundOf(low: number, high: number): number {
    const exact = inHalf(this.exact, 0, low) | inHalf(this.exact, 4, high);
    const worth = this.others + sumOf(this.full, exact);
    if (!this.hasNear) return worth;
    const beside = inHalf(this.beside, 0, low) | inHalf(this.beside, 4, high);
    return worth + sumOf(this.nearly, beside & ~exact);
  }
}

/** Returns, by bit of a signature, the asked skills (one bit each) that set it. */
function slotsByBit(numbers: readonly (readonly number[])[]): number[] {
  const slots = Array.from({ length: 64 }, () => 0);
  for (const [slot, some] of numbers.entries()) {
    const { low, high } = signatureOf(some.filter((number) => number !== -1));
    for (let bit = 0; bit < 64; bit += 1) {
      const half = bit < 32 ? low : high;
      if (half & (1 << (bit & 31))) slots[bit] = (slots[bit] ?? 0) | (1 << slot);
    }
  }
  return slots;
}

/** Fills the table with the union of slots for each value of each byte. */
function fillSlots(table: Int32Array, slots: readonly number[]): void {
  for (const [bit, own] of slots.entries()) {
    const first = (bit >> 3) * BYTE;
    const value = 1 << (bit & 7);
    for (let less = 0; less < value; less += 1)
      table[first + value + less] = (table[first + less] ?? 0) | own;
  }
}

/** Fills the table with the sum of the worth of the slots for each value of each byte. */
function fillWorth(table: Int32Array, worth: readonly number[]): void {
  for (let slot = 0; slot < MAX_DISTINCT_SKILLS; slot += 1) {
    const first = (slot >> 3) * BYTE;
    const value = 1 << (slot & 7);
    for (let less = 0; less < value; less += 1)
      table[first + value + less] = (table[first + less] ?? 0) + (worth[slot] ?? 0);
  }
}

function inHalf(table: Int32Array, first: number, word: number): number {
  const at = first * BYTE;
  return (
    (table[at + (word & 255)] ?? 0) |
    (table[at + BYTE + ((word >>> 8) & 255)] ?? 0) |
    (table[at + 2 * BYTE + ((word >>> 16) & 255)] ?? 0) |
    (table[at + 3 * BYTE + (word >>> 24)] ?? 0)
  );
}

function sumOf(table: Int32Array, slots: number): number {
  return (
    (table[slots & 255] ?? 0) +
    (table[BYTE + ((slots >>> 8) & 255)] ?? 0) +
    (table[2 * BYTE + ((slots >>> 16) & 255)] ?? 0) +
    (table[3 * BYTE + (slots >>> 24)] ?? 0)
  );
}
