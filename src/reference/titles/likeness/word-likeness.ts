import type { ListsOfNumbers } from './lists-of-numbers.ts';
import type { LikeWords } from './vocabulary.ts';

/** A word of a title, with its weight and the words like it. */
export interface AskedWord {
  weight: number;
  like: LikeWords;
}

/** How alike a title and a label are by their words, each 0 to 1. */
export interface WordEvidence {
  /** The share of the title's words, by weight, that the label has, or has similar words for. */
  inTitle: number;
  /** The same share of the label's words. */
  inLabel: number;
  /** How alike the label's words are to the first word of the title; 1 if the label has it. */
  first: number;
}

/** Compares the words of a title with those of labels, in both directions. */
export class WordLikeness {
  /**
   * For each word of the vocabulary, one more than its row in `rows`; 0 for words unlike any asked
   * word.
   */
  private readonly rowOf: Int32Array;

  /**
   * `words`: the words of each label. `weights`: by word. `labelWeights`: of all words of each
   * label.
   */
  constructor(
    private readonly words: ListsOfNumbers,
    private readonly weights: Float32Array,
    private readonly labelWeights: Float32Array,
  ) {
    this.rowOf = new Int32Array(weights.length);
  }

  /** Returns the evidence for each of the labels with these numbers. */
  compare(asked: readonly AskedWord[], labels: Int32Array): WordEvidence[] {
    const rows = this.layOut(asked);
    const weights = Float32Array.from(asked, ({ weight }) => weight);
    let total = 0;
    for (const weight of weights) total += weight;
    const most = new Float32Array(asked.length);
    const found: WordEvidence[] = [];
    for (const label of labels) {
      most.fill(0);
      const ofLabel = this.weighLabel(label, rows, most);
      let ofTitle = 0;
      for (let at = 0; at < weights.length; at += 1)
        ofTitle += (weights[at] ?? 0) * (most[at] ?? 0);
      const labelWeight = this.labelWeights[label] ?? 0;
      found.push({
        inTitle: total === 0 ? 0 : ofTitle / total,
        inLabel: labelWeight === 0 ? 0 : ofLabel / labelWeight,
        first: most[0] ?? 0,
      });
    }
    for (const { like } of asked) for (const word of like.words) this.rowOf[word] = 0;
    return found;
  }

  /** Makes a row for each word that is like an asked one, with its likeness to each asked word. */
  private layOut(asked: readonly AskedWord[]): Float32Array {
    const most = asked.reduce((sum, { like }) => sum + like.words.length, 0);
    const rows = new Float32Array(most * asked.length);
    let count = 0;
    for (const [at, { like }] of asked.entries())
      for (let position = 0; position < like.words.length; position += 1) {
        const word = like.words[position] ?? 0;
        if (this.rowOf[word] === 0) this.rowOf[word] = count += 1;
        rows[((this.rowOf[word] ?? 0) - 1) * asked.length + at] = like.likeness[position] ?? 0;
      }
    return rows;
  }

  /**
   * Returns the weight of the label's words that are asked for. Raises `most` to the label's
   * likeness to each asked word.
   */
  private weighLabel(label: number, rows: Float32Array, most: Float32Array): number {
    const { values, starts } = this.words;
    const end = starts[label + 1] ?? 0;
    let sum = 0;
    for (let at = starts[label] ?? 0; at < end; at += 1) {
      const word = values[at] ?? 0;
      const row = (this.rowOf[word] ?? 0) - 1;
      if (row >= 0) sum += (this.weights[word] ?? 0) * raise(most, rows, row * most.length);
    }
    return sum;
  }
}

/**
 * Keeps the greater value of each position in `most`, and returns the greatest of the row that
 * begins at `from`.
 */
function raise(most: Float32Array, rows: Float32Array, from: number): number {
  let greatest = 0;
  for (let at = 0; at < most.length; at += 1) {
    const likeness = rows[from + at] ?? 0;
    if (likeness > (most[at] ?? 0)) most[at] = likeness;
    if (likeness > greatest) greatest = likeness;
  }
  return greatest;
}
