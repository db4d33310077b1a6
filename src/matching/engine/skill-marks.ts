import type { Lists } from './columns.ts';
import type { AskedSkill } from './engine-query.ts';

/** The skills that a vacancy asks, laid out so that one person's are looked up in a few steps. */
export class SkillMarks {
  /** By skill: the first mark, or -1. */
  private readonly head: Int32Array;
  private readonly next: number[] = [];
  /** By mark: which of the asked skills, and whether it is that skill or one beside it. */
  private readonly slot: number[] = [];
  private readonly isExact: boolean[] = [];
  /** By asked skill, while one person is looked at: 0 lacks it, 1 nearly, 2 has it. */
  private readonly held: Uint8Array;

  constructor(
    private readonly asked: readonly AskedSkill[],
    vocabularySize: number,
    private readonly skills: Lists,
  ) {
    this.head = new Int32Array(asked.length === 0 ? 0 : vocabularySize).fill(-1);
    this.held = new Uint8Array(asked.length);
    for (const [slot, { number, near }] of asked.entries()) {
      this.mark(number, slot, true);
      for (const one of near) this.mark(one, slot, false);
    }
  }

  /** What the person of a row has of what is asked, in the whole numbers of weighSkills. */
  gotBy(row: number): number {
    const { start, items } = this.skills;
    const end = start[row + 1] ?? 0;
    this.held.fill(0);
    for (let at = start[row] ?? 0; at < end; at += 1) this.note(items[at] ?? 0);
    let got = 0;
    for (let slot = 0; slot < this.held.length; slot += 1) {
      const state = this.held[slot];
      const one = this.asked[slot];
      if (state && one) got += state === 2 ? one.full : one.nearly;
    }
    return got;
  }

  private note(skill: number): void {
    for (let mark = this.head[skill] ?? -1; mark !== -1; mark = this.next[mark] ?? -1) {
      const slot = this.slot[mark] ?? 0;
      const state = this.isExact[mark] ? 2 : 1;
      if (state > (this.held[slot] ?? 0)) this.held[slot] = state;
    }
  }

  private mark(skill: number, slot: number, isExact: boolean): void {
    if (skill === -1) return;
    this.next.push(this.head[skill] ?? -1);
    this.slot.push(slot);
    this.head[skill] = this.isExact.push(isExact) - 1;
  }
}
