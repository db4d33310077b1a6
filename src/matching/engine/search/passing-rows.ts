import type { Bits } from './gate-bits.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';

/** Finds the rows of a block that pass the gates. All blocks share the same buffer. */
export class PassingRows {
  readonly rows: Uint32Array;
  count = 0;

  constructor(
    private readonly snapshot: Snapshot,
    /** The rows whose candidates have not changed since the snapshot. */
    private readonly live: Bits,
  ) {
    this.rows = new Uint32Array(snapshot.largestBlock);
  }

  /**
   * Finds the unchanged rows of a trade that are set in `gate`, in order. Overwrites the rows found
   * before.
   */
  find(trade: number, gate: Bits): this {
    const { rows, live } = this;
    const { blocks } = this.snapshot;
    const from = blocks[trade] ?? 0;
    const end = blocks[trade + 1] ?? from; // a trade added after the snapshot has no rows in it
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

/** Returns the bits of a word for the rows from `from` up to, but not including, `end`. */
function inRange(word: number, from: number, end: number): number {
  const first = from - (word << 5);
  const behind = end - (word << 5);
  return (first > 0 ? -1 << first : -1) & (behind < 32 ? (1 << behind) - 1 : -1);
}
