const STEPS = 200;

/** Sums by label, kept in arrays that are used again for the next title. */
export class ProposedLabels {
  private readonly ofTitle: Float32Array;
  private readonly ofLabel: Float32Array;
  private readonly lastWord: Int16Array;
  private readonly touched: Int32Array;
  private readonly worths: Float32Array;
  private readonly counts = new Int32Array(STEPS + 1);
  private count = 0;

  /** `labelWeights`: the weight of all words of each label. */
  constructor(private readonly labelWeights: Float32Array) {
    const { length } = labelWeights;
    this.ofTitle = new Float32Array(length);
    this.ofLabel = new Float32Array(length);
    this.lastWord = new Int16Array(length).fill(-1);
    this.touched = new Int32Array(length);
    this.worths = new Float32Array(length);
  }

  begin(): void {
    for (let at = 0; at < this.count; at += 1) {
      const label = this.touched[at] ?? 0;
      this.ofTitle[label] = 0;
      this.ofLabel[label] = 0;
      this.lastWord[label] = -1;
    }
    this.count = 0;
  }

  /**
   * A label has a word like the `word`th that is asked for; what of the title's and of the label's
   * weight that covers. The likest come first, so only the first one counts for each asked word.
   */
  add(label: number, word: number, ofTitle: number, ofLabel: number): void {
    const last = this.lastWord[label] ?? -1;
    if (last === -1) {
      this.touched[this.count] = label;
      this.count += 1;
    }
    if (last !== word) this.ofTitle[label] = (this.ofTitle[label] ?? 0) + ofTitle;
    this.lastWord[label] = word;
    this.ofLabel[label] = (this.ofLabel[label] ?? 0) + ofLabel;
  }

  /** About `most` labels that share the greatest part of both weights; `total` is the title's. */
  best(most: number, total: number): Int32Array {
    this.counts.fill(0);
    for (let at = 0; at < this.count; at += 1) {
      const label = this.touched[at] ?? 0;
      const both = total + (this.labelWeights[label] ?? 0);
      const worth = ((this.ofTitle[label] ?? 0) + Math.min(both, this.ofLabel[label] ?? 0)) / both;
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
