import type { Bits } from './gate-bits.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Finds the rows of a block that pass gates; the same memory serves every block. */
export class PassingRows {
  readonly rows: Uint32Array;
  count = 0;

  constructor(
    private readonly snapshot: Snapshot,
    /** Whoever is still as the snapshot has them. */
    private readonly live: Bits,
  ) {
    this.rows = new Uint32Array(snapshot.largestBlock);
  }

  /** Those of a trade who are still there and whose bits are set in `gate`, in their order. */
  find(trade: number, gate: Bits): this {
    const { rows, live } = this;
    const { blocks } = this.snapshot;
    const from = blocks[trade] ?? 0;
    const end = blocks[trade + 1] ?? from; // a trade that came after the snapshot has no rows in it
    let count = 0;
    for (let word = from >> 5; word << 5 < end; word += 1) {
      let bits = (gate[word] ?? 0) & (live[word] ?? 0) & inRange(word, from, end);
      for (; bits !== 0; bits &= bits - 1) {
        rows[count] = (word << 5) + 31 - Math.clz32(bits & -bits);
        count += 1;
      }
    }
    this.count = count;
    return this;
  }
}

/** The bits of a word that stand for rows from `from` up to `end`. */
function inRange(word: number, from: number, end: number): number {
  const first = from - (word << 5);
  const behind = end - (word << 5);
  return (first > 0 ? -1 << first : -1) & (behind < 32 ? (1 << behind) - 1 : -1);
}
