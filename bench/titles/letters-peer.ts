import { foldWords } from '../../src/reference/fold-words.ts';

/**
 * The peer: plain tf-idf of pieces of one to three letters with cosine, like the strongest
 * published lexical method of MELO, but without lemmas. It compares every label.
 */
export class LettersPeer {
  private readonly numbers = new Map<string, number>();
  private readonly weights: Float32Array;
  private readonly postings: { labels: Int32Array; weights: Float32Array }[];

  constructor(private readonly labels: readonly string[]) {
    const counted = labels.map((label) => this.count(label, true));
    const documents = new Uint32Array(this.numbers.size);
    for (const counts of counted)
      for (const piece of counts.keys()) documents[piece] = (documents[piece] ?? 0) + 1;
    this.weights = Float32Array.from(
      documents,
      (count) => Math.log((labels.length + 1) / (count + 1)) + 1,
    );
    const lists: [label: number, weight: number][][] = Array.from(documents, () => []);
    counted.forEach((counts, label) => {
      for (const [piece, weight] of this.vector(counts)) lists[piece]?.push([label, weight]);
    });
    this.postings = lists.map((list) => ({
      labels: Int32Array.from(list, ([label]) => label),
      weights: Float32Array.from(list, ([, weight]) => weight),
    }));
  }

  /** Returns the cosine of every label with the title. */
  score(title: string): Float32Array {
    const scores = new Float32Array(this.labels.length);
    for (const [piece, weight] of this.vector(this.count(title, false))) {
      const { labels, weights } = this.postings[piece] ?? { labels: [], weights: [] };
      for (let at = 0; at < labels.length; at += 1) {
        const label = labels[at] ?? 0;
        scores[label] = (scores[label] ?? 0) + weight * (weights[at] ?? 0);
      }
    }
    return scores;
  }

  private vector(counts: ReadonlyMap<number, number>): [piece: number, weight: number][] {
    const raw = [...counts].map(([piece, count]): [number, number] => [
      piece,
      count * (this.weights[piece] ?? 0),
    ]);
    const norm = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return raw.map(([piece, weight]) => [piece, weight / norm]);
  }

  private count(text: string, grow: boolean): Map<number, number> {
    const counts = new Map<number, number>();
    const folded = foldWords(text);
    for (let size = 1; size <= 3; size += 1)
      for (let at = 0; at + size <= folded.length; at += 1) {
        const piece = folded.slice(at, at + size);
        if (grow && !this.numbers.has(piece)) this.numbers.set(piece, this.numbers.size);
        const number = this.numbers.get(piece);
        if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1);
      }
    return counts;
  }
}
