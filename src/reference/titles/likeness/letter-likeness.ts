const SIZE = 2 ** 18;
const SHORTEST = 2;
const LONGEST = 4;
const BLANK = 32;

/** For each piece, how often the asked title has it, or its weight. All zero between two uses. */
const asked = new Float32Array(SIZE);

/**
 * The size of `maybeAsked`, which marks by their last bits the pieces that may be asked for. Few
 * are, and this table is small enough to stay in the processor's cache, unlike `asked`.
 */
const MAYBE = 2 ** 12;
const maybeAsked = new Uint8Array(MAYBE);

/** The pieces of the title at hand. The letters are split for every comparison. */
let pieces = new Int32Array(1024);

/**
 * The likeness of titles by their pieces of two to four letters, across words: the cosine of their
 * tf-idf vectors. Pieces are hashed into a table, so that no vector of a label needs to be kept.
 */
export class LetterLikeness {
  private readonly weights = new Float32Array(SIZE);
  private readonly unknownWeight: number;
  private readonly norms: Float32Array;
  /** All titles, separated by blanks; title n begins at `starts[n]`. */
  private readonly letters: Uint16Array;
  private readonly starts: Int32Array;

  /** `forms` are in normal form. Later calls refer to them by their index. */
  constructor(forms: readonly string[]) {
    this.starts = new Int32Array(forms.length + 1);
    forms.forEach((form, at) => (this.starts[at + 1] = (this.starts[at] ?? 0) + form.length + 1));
    this.letters = lettersOf(forms.join(' '));
    const counts = new Uint32Array(SIZE);
    const lastForm = new Int32Array(SIZE).fill(-1);
    forms.forEach((_, form) => {
      const count = this.findPieces(form);
      for (let at = 0; at < count; at += 1) {
        const piece = pieces[at] ?? 0;
        if (lastForm[piece] !== form) counts[piece] = (counts[piece] ?? 0) + 1;
        lastForm[piece] = form;
      }
    });
    for (let piece = 0; piece < SIZE; piece += 1) {
      const count = counts[piece] ?? 0;
      if (count > 0) this.weights[piece] = Math.log((forms.length + 1) / (count + 1)) + 1;
    }
    this.unknownWeight = Math.log(forms.length + 1) + 1;
    this.norms = Float32Array.from(forms, (_, form) => {
      const each = countPieces(this.findPieces(form));
      const norm = this.normOf(each);
      clear(each);
      return norm;
    });
  }

  /** Returns how alike a title is to each of the forms with these numbers, 0 to 1. */
  compare(title: string, numbers: Int32Array): Float32Array {
    const letters = lettersOf(title);
    const each = countPieces(findPieces(letters, 0, letters.length - 1));
    const titleNorm = this.normOf(each);
    for (const piece of each) {
      const weight = this.weights[piece] ?? 0;
      asked[piece] = titleNorm === 0 ? 0 : ((asked[piece] ?? 0) * weight * weight) / titleNorm;
      maybeAsked[piece & (MAYBE - 1)] = 1;
    }
    const found = new Float32Array(numbers.length);
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? 0;
      const norm = this.norms[number] ?? 0;
      if (norm > 0) found[at] = this.sumAsked(number) / norm;
    }
    for (const piece of each) maybeAsked[piece & (MAYBE - 1)] = 0;
    clear(each);
    return found;
  }

  /**
   * Returns how unlike the letters of all forms those of this title are, 0 to 1; 1 if it shares no
   * piece with any.
   */
  strangeness(title: string): number {
    const letters = lettersOf(title);
    const count = findPieces(letters, 0, letters.length - 1);
    let sum = 0;
    for (let at = 0; at < count; at += 1)
      sum += this.weights[pieces[at] ?? 0] || this.unknownWeight;
    return count === 0 ? 1 : sum / (count * this.unknownWeight);
  }

  /**
   * Finds the pieces and sums them in one pass, since this is done for every label. One letter is
   * no piece.
   */
  private sumAsked(form: number): number {
    const { letters } = this;
    const end = this.starts[form + 1] ?? 0;
    let sum = 0;
    for (let start = this.starts[form] ?? 0; start < end; start += 1) {
      const last = Math.min(start + LONGEST, end + 1);
      let hash = mix(0, letters[start] ?? 0);
      for (let at = start + 1; at < last; at += 1) {
        hash = mix(hash, letters[at] ?? 0);
        const piece = fold(hash);
        if (maybeAsked[piece & (MAYBE - 1)] === 1) sum += asked[piece] ?? 0;
      }
    }
    return sum;
  }

  private findPieces(form: number): number {
    return findPieces(this.letters, this.starts[form] ?? 0, this.starts[form + 1] ?? 0);
  }

  /** Returns the norm of the pieces counted in `asked`. */
  private normOf(each: Int32Array): number {
    let sum = 0;
    for (const piece of each) sum += ((asked[piece] ?? 0) * (this.weights[piece] ?? 0)) ** 2;
    return Math.sqrt(sum);
  }
}

/** Returns the letters with a blank before the first and after the last. */
const lettersOf = (text: string): Uint16Array =>
  Uint16Array.from({ length: text.length + 2 }, (_, at) =>
    at === 0 || at > text.length ? BLANK : text.charCodeAt(at - 1),
  );

/** Mixes a letter into a hash, as FNV-1a does, by characters. */
const mix = (hash: number, letter: number): number => Math.imul(hash ^ letter, 0x01000193) + 0x9dc5;

const fold = (hash: number): number => (hash ^ (hash >>> 15)) & (SIZE - 1);

/**
 * Puts the pieces from one blank to the next, both included, into `pieces`, and returns their
 * number.
 */
function findPieces(letters: Uint16Array, from: number, to: number): number {
  const most = (LONGEST - SHORTEST + 1) * (to - from);
  if (pieces.length < most) pieces = new Int32Array(2 * most);
  let count = 0;
  for (let start = from; start < to; start += 1) {
    const last = Math.min(start + LONGEST, to + 1);
    let hash = 0;
    for (let at = start; at < last; at += 1) {
      hash = mix(hash, letters[at] ?? 0);
      if (at - start + 1 < SHORTEST) continue;
      pieces[count] = fold(hash);
      count += 1;
    }
  }
  return count;
}

/** Counts the first `count` pieces in `asked`, and returns each different piece once. */
function countPieces(count: number): Int32Array {
  let different = 0;
  for (let at = 0; at < count; at += 1) {
    const piece = pieces[at] ?? 0;
    if (asked[piece] === 0) {
      pieces[different] = piece;
      different += 1;
    }
    asked[piece] = (asked[piece] ?? 0) + 1;
  }
  return pieces.slice(0, different);
}

function clear(each: Int32Array): void {
  for (const piece of each) asked[piece] = 0;
}
