import type { ListsOfNumbers } from './lists-of-numbers.ts';

const STEPS = 200;

/**
 * The number of fields of each label: the weight of the title that is covered, the weight of the
 * label that is covered, and the last word that found it.
 */
const FIELDS = 3;

/** Sums by label, kept in arrays that are reused for the next title. */
export class ProposedLabels {
  /** The fields of a label lie side by side, since labels are visited in no order. */
  private readonly sums: Float32Array;
  private readonly touched: Int32Array;
  private readonly worths: Float32Array;
  private readonly counts = new Int32Array(STEPS + 1);
  private count = 0;

  /** `lists`: the labels of each word. `labelWeights`: the weight of all words of each label. */
  constructor(
    private readonly lists: ListsOfNumbers,
    private readonly labelWeights: Float32Array,
  ) {
    const { length } = labelWeights;
    this.sums = new Float32Array(FIELDS * length);
    this.touched = new Int32Array(length);
    this.worths = new Float32Array(length);
  }

  /** Clears the sums for the next title. */
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
   * Records that the labels of list `list` have a word like asked word `word`, counted from 1. It
   * covers `ofTitle` of the title's weight and `ofLabel` of each label's. Add the words most like
   * an asked word first: of the title's weight, only the first counts for each asked word.
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

  /**
   * Returns the labels that cover the greatest part of both weights, about `most` of them. `total`
   * is the title's weight.
   */
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

  /**
   * Returns the highest step that at least `most` labels reach; 0 if fewer than that were found.
   */
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
