import type { AskedSkill } from './engine-query.ts';
import { signatureOf } from './sketches.ts';

/** One bit of a word for each asked skill; those beyond are taken for held by everybody. */
const MOST_TOLD_APART = 32;

/**
 * What a signature of skills can be worth at most. Most have no bit, or one, in common with what a
 * vacancy asks: only those are looked at, each with the asked skills that it may stand for.
 */
export class SkillBounds {
  private low = 0;
  private high = 0;
  /** By bit of a signature: the asked skills that it may be, and those that it may be near to. */
  private readonly exact = new Int32Array(64);
  private readonly beside = new Int32Array(64);
  /** By asked skill: what it is worth, and what a near one is. */
  private readonly full = new Int32Array(MOST_TOLD_APART);
  private readonly nearly = new Int32Array(MOST_TOLD_APART);
  /** What those beyond are worth. */
  private others = 0;

  lay(asked: readonly AskedSkill[]): this {
    this.exact.fill(0);
    this.beside.fill(0);
    this.others = 0;
    this.low = this.high = 0;
    for (const [slot, { number, near, full, nearly }] of asked.entries()) {
      if (slot >= MOST_TOLD_APART) {
        this.others += full;
        continue;
      }
      this.full[slot] = full;
      this.nearly[slot] = nearly;
      this.mark(this.exact, [number], slot);
      this.mark(this.beside, near, slot);
    }
    return this;
  }

  /** Never less than what SkillMarks.gotIn gives for skills of this signature. */
  mostIn(low: number, high: number): number {
    let exact = 0;
    let beside = 0;
    for (let bits = low & this.low; bits !== 0; bits &= bits - 1) {
      const bit = 31 - Math.clz32(bits & -bits);
      exact |= this.exact[bit] ?? 0;
      beside |= this.beside[bit] ?? 0;
    }
    for (let bits = high & this.high; bits !== 0; bits &= bits - 1) {
      const bit = 63 - Math.clz32(bits & -bits);
      exact |= this.exact[bit] ?? 0;
      beside |= this.beside[bit] ?? 0;
    }
    return this.others + sumOf(this.full, exact) + sumOf(this.nearly, beside & ~exact);
  }

  private mark(skills: Int32Array, numbers: readonly number[], slot: number): void {
    const { low, high } = signatureOf(numbers.filter((number) => number !== -1));
    this.low |= low;
    this.high |= high;
    for (let bit = 0; bit < 32; bit += 1) {
      const at = 1 << slot;
      if (low & (1 << bit)) skills[bit] = (skills[bit] ?? 0) | at;
      if (high & (1 << bit)) skills[bit + 32] = (skills[bit + 32] ?? 0) | at;
    }
  }
}

function sumOf(worth: Int32Array, slots: number): number {
  let sum = 0;
  for (let bits = slots; bits !== 0; bits &= bits - 1)
    sum += worth[31 - Math.clz32(bits & -bits)] ?? 0;
  return sum;
}
