import type { ListsOfNumbers } from './lists-of-numbers.ts';

const STEPS = 200;

/** Of each label: its share of the title's weight, of its own, and the last word that it was found by. */
const FIELDS = 4;

/** Sums by label, kept in arrays that are used again for the next title. */
export class ProposedLabels {
  /** The fields of one label beside each other, since they are reached in no order. */
  private readonly sums: Float32Array;
  private readonly touched: Int32Array;
  private readonly worths: Float32Array;
  private readonly counts = new Int32Array(STEPS + 1);
  private count = 0;

  /** `lists` of labels, by word; `labelWeights`: the weight of all words of each label. */
  constructor(
    private readonly lists: ListsOfNumbers,
    private readonly labelWeights: Float32Array,
  ) {
    const { length } = labelWeights;
    this.sums = new Float32Array(FIELDS * length);
    this.touched = new Int32Array(length);
    this.worths = new Float32Array(length);
  }

  begin(): void {
    for (let at = 0; at < this.count; at += 1) {
      const field = FIELDS * (this.touched[at] ?? 0);
      this.sums[field] = 0;
      this.sums[field + 1] = 0;
      this.sums[field + 2] = 0;
    }
    this.count = 0;
  }

  /**
   * The labels of the `list`th list have a word like the `word`th that is asked for, from 1; what of the title's and
   * of each label's weight that covers. The likest come first, so only the first one counts for each asked word.
   */
  add(list: number, word: number, ofTitle: number, ofLabel: number): void {
    const { sums, touched } = this;
    const { values, starts } = this.lists;
    const end = starts[list + 1] ?? 0;
    let { count } = this;
    for (let at = starts[list] ?? 0; at < end; at += 1) {
      const label = values[at] ?? 0;
      const field = FIELDS * label;
      const last = sums[field + 2] ?? 0;
      if (last === 0) {
        touched[count] = label;
        count += 1;
      }
      if (last !== word) sums[field] = (sums[field] ?? 0) + ofTitle;
      sums[field + 1] = (sums[field + 1] ?? 0) + ofLabel;
      sums[field + 2] = word;
    }
    this.count = count;
  }

  /** About `most` labels that share the greatest part of both weights; `total` is the title's. */
  best(most: number, total: number): Int32Array {
    this.counts.fill(0);
    for (let at = 0; at < this.count; at += 1) {
      const label = this.touched[at] ?? 0;
      const ofTitle = this.sums[FIELDS * label] ?? 0;
      const ofLabel = this.sums[FIELDS * label + 1] ?? 0;
      const both = total + (this.labelWeights[label] ?? 0);
      const worth = (ofTitle + Math.min(both, ofLabel)) / both;
      this.worths[at] = worth;
      const step = Math.min(STEPS, Math.floor((worth * STEPS) / 2));
      this.counts[step] = (this.counts[step] ?? 0) + 1;
    }
    const border = (this.borderStep(most) * 2) / STEPS;
    const found: number[] = [];
    for (let at = 0; at < this.count && found.length < 2 * most; at += 1)
      if ((this.worths[at] ?? 0) >= border) found.push(this.touched[at] ?? 0);
    return Int32Array.from(found);
  }

  /** The highest step that at least `most` reach, or all. */
  private borderStep(most: number): number {
    let reached = 0;
    let step = STEPS;
    while (step > 0) {
      reached += this.counts[step] ?? 0;
      if (reached >= most) return step;
      step -= 1;
    }
    return 0;
  }
}
