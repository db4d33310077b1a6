const SIZE = 2 ** 18;
const SHORTEST = 2;
const LONGEST = 4;

/** What a title asks for, as weights by piece; see `LetterLikeness.prepare`. */
export interface PreparedLetters {
  pieces: Int32Array;
  weights: Float32Array;
}

/**
 * How alike two titles are by their pieces of two to four letters across words: the cosine of their
 * tf-idf vectors. Pieces are hashed into a table, so that no vector of a label has to be kept.
 */
export class LetterLikeness {
  private readonly weights = new Float32Array(SIZE);
  private readonly norms: Float32Array;
  private readonly asked = new Float32Array(SIZE);

  /** `forms` in normal form; they are spoken of by their numbers afterwards. */
  constructor(private readonly forms: readonly string[]) {
    const counts = new Uint32Array(SIZE);
    for (const form of forms) for (const piece of new Set(piecesOf(form))) counts[piece] = (counts[piece] ?? 0) + 1; // prettier-ignore
    for (let piece = 0; piece < SIZE; piece += 1) {
      const count = counts[piece] ?? 0;
      if (count > 0) this.weights[piece] = Math.log((forms.length + 1) / (count + 1)) + 1;
    }
    this.norms = Float32Array.from(forms, (form) => this.normOf(countPieces(form)));
  }

  /** The vector of a title that will be compared with many labels. */
  prepare(form: string): PreparedLetters {
    const counts = countPieces(form);
    const norm = this.normOf(counts);
    const pieces = Int32Array.from(counts.keys());
    const weights = Float32Array.from(pieces, (piece) => {
      const weight = this.weights[piece] ?? 0;
      return norm === 0 ? 0 : ((counts.get(piece) ?? 0) * weight * weight) / norm;
    });
    return { pieces, weights };
  }

  /** The likeness of `title` to each of the numbered forms, 0 to 1. */
  compare({ pieces, weights }: PreparedLetters, numbers: Int32Array): Float32Array {
    for (const [at, piece] of pieces.entries()) this.asked[piece] = weights[at] ?? 0;
    const found = Float32Array.from(numbers, (number) => {
      const norm = this.norms[number] ?? 0;
      return norm === 0 ? 0 : this.sumAsked(this.forms[number] ?? '') / norm;
    });
    for (const piece of pieces) this.asked[piece] = 0;
    return found;
  }

  private sumAsked(form: string): number {
    let sum = 0;
    const end = form.length + 1;
    for (let start = -1; start <= end - SHORTEST; start += 1) {
      let hash = 0;
      const last = Math.min(start + LONGEST, end + 1);
      for (let at = start; at < last; at += 1) {
        hash = mix(hash, letterAt(form, at));
        if (at - start + 1 >= SHORTEST) sum += this.asked[fold(hash)] ?? 0;
      }
    }
    return sum;
  }

  private normOf(counts: ReadonlyMap<number, number>): number {
    let sum = 0;
    for (const [piece, count] of counts) sum += (count * (this.weights[piece] ?? 0)) ** 2;
    return Math.sqrt(sum);
  }
}

/** A blank stands before the first and after the last letter. */
const letterAt = (form: string, at: number): number =>
  at < 0 || at >= form.length ? 32 : form.charCodeAt(at);

/** FNV-1a, by characters. */
const mix = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193) + 0x9dc5;

const fold = (hash: number): number => (hash ^ (hash >>> 15)) & (SIZE - 1);

function piecesOf(form: string): number[] {
  const pieces: number[] = [];
  const end = form.length + 1;
  for (let start = -1; start <= end - SHORTEST; start += 1) {
    let hash = 0;
    const last = Math.min(start + LONGEST, end + 1);
    for (let at = start; at < last; at += 1) {
      hash = mix(hash, letterAt(form, at));
      if (at - start + 1 >= SHORTEST) pieces.push(fold(hash));
    }
  }
  return pieces;
}

function countPieces(form: string): Map<number, number> {
  const counts = new Map<number, number>();
  for (const piece of piecesOf(form)) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}
