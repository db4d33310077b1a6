import type { AskedSkill } from './engine-query.ts';

/** Marks the end of a list of marks. */
const NONE = -1;

/**
 * The skills that a vacancy asks for, laid out so that a candidate's skills are found in a few
 * steps. The tables are reused: only the entries of the previous vacancy are cleared.
 */
export class SkillMarks {
  /** By skill: its first mark. */
  private head = new Int32Array(0);
  private marked: number[] = [];
  /** By mark: the next mark of the same skill, the asked skill it counts for, and its worth. */
  private next = new Int32Array(0);
  private slot = new Int32Array(0);
  private worth = new Int32Array(0);
  /** By asked skill: what the current candidate has got for it so far. */
  private got = new Int32Array(0);
  private touched = new Int32Array(0);

  prepare(asked: readonly AskedSkill[], vocabularySize: number): this {
    for (const skill of this.marked) this.head[skill] = NONE;
    this.marked = [];
    if (this.head.length < vocabularySize)
      this.head = new Int32Array(2 * vocabularySize).fill(NONE);
    const marks = asked.reduce((sum, { near }) => sum + 1 + near.length, 0);
    for (const column of ['next', 'slot', 'worth'] as const) this[column] = new Int32Array(marks);
    this.got = new Int32Array(asked.length);
    this.touched = new Int32Array(asked.length);
    for (const [slot, { number, near, full, nearly }] of asked.entries()) {
      this.mark(number, slot, full);
      for (const one of near) this.mark(one, slot, nearly);
    }
    return this;
  }

  /**
   * Returns what a candidate with the skills in `items` gets for the skills asked for, as
   * weighSkills counts.
   */
  worthOf(items: Uint32Array, from: number, end: number): number {
    let sum = 0;
    let touched = 0;
    for (let at = from; at < end; at += 1) {
      let mark = this.head[items[at] ?? 0] ?? NONE;
      for (; mark !== NONE; mark = this.next[mark] ?? NONE) {
        const slot = this.slot[mark] ?? 0;
        const before = this.got[slot] ?? 0;
        const worth = this.worth[mark] ?? 0;
        if (worth <= before) continue;
        if (before === 0) this.touched[touched++] = slot;
        this.got[slot] = worth;
        sum += worth - before;
      }
    }
    for (let at = 0; at < touched; at += 1) this.got[this.touched[at] ?? 0] = 0;
    return sum;
  }

  private mark(skill: number, slot: number, worth: number): void {
    if (skill === -1) return;
    const mark = this.marked.push(skill) - 1;
    this.next[mark] = this.head[skill] ?? NONE;
    this.slot[mark] = slot;
    this.worth[mark] = worth;
    this.head[skill] = mark;
  }
}
