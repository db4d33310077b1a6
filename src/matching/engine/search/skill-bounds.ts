import type { AskedSkill } from './engine-query.ts';
import { signatureOf } from '../snapshot/sketches.ts';

/** One bit of a word for each asked skill; those beyond are taken for held by everybody. */
const MOST_TOLD_APART = 32;
/** All that is asked, as the bounds count: so many parts, as a power of two. */
export const SCALE_BITS = 16;
/** The values of a byte. */
const BYTE = 256;

/**
 * What a signature of skills can be worth at most, byte by byte from tables: a loop over the bits that
 * it has in common with what is asked takes as many turns as nobody can foresee, which costs more.
 */
export class SkillBounds {
  /** By byte of a signature and what stands there: the asked skills that it may be, and be near to. */
  private readonly exact = new Int32Array(8 * BYTE);
  private readonly beside = new Int32Array(8 * BYTE);
  /** By byte of a set of asked skills and what stands there: what those are worth, and near ones. */
  private readonly full = new Int32Array(4 * BYTE);
  private readonly nearly = new Int32Array(4 * BYTE);
  private hasNear = false;
  /** What those beyond are worth. */
  private others = 0;

  lay(asked: readonly AskedSkill[]): this {
    const told = asked.slice(0, MOST_TOLD_APART);
    const beyond = asked.slice(MOST_TOLD_APART);
    fillSlots(this.exact, slotsByBit(told.map(({ number }) => [number])));
    fillSlots(this.beside, slotsByBit(told.map(({ near }) => near)));
    const inAll = asked.reduce((sum, { full }) => sum + full, 0);
    const partOf = (worth: number): number => Math.ceil((worth * (1 << SCALE_BITS)) / inAll);
    fillWorth(
      this.full,
      told.map(({ full }) => partOf(full)),
    );
    fillWorth(
      this.nearly,
      told.map(({ nearly }) => partOf(nearly)),
    );
    this.hasNear = told.some(({ near }) => near.length > 0);
    this.others = beyond.reduce((sum, { full }) => sum + partOf(full), 0);
    return this;
  }

  /** Never less than the part of all that is asked which SkillMarks.gotIn gives for skills of this signature. */
  mostIn(low: number, high: number): number {
    const exact = inHalf(this.exact, 0, low) | inHalf(this.exact, 4, high);
    const worth = this.others + sumOf(this.full, exact);
    if (!this.hasNear) return worth;
    const beside = inHalf(this.beside, 0, low) | inHalf(this.beside, 4, high);
    return worth + sumOf(this.nearly, beside & ~exact);
  }
}

/** By bit of a signature: the asked skills, a bit each, any of whose numbers has it. */
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

/** For each byte and each value of it: all slots of its bits. */
function fillSlots(table: Int32Array, slots: readonly number[]): void {
  for (const [bit, own] of slots.entries()) {
    const first = (bit >> 3) * BYTE;
    const value = 1 << (bit & 7);
    for (let less = 0; less < value; less += 1)
      table[first + value + less] = (table[first + less] ?? 0) | own;
  }
}

/** For each byte and each value of it: what the slots of its bits are worth together. */
function fillWorth(table: Int32Array, worth: readonly number[]): void {
  for (let slot = 0; slot < MOST_TOLD_APART; slot += 1) {
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
