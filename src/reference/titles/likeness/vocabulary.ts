import { CompoundWords } from './compound-words.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import { stemmerOf } from './stem.ts';

/** Words of the vocabulary that are like a word, the most similar first. */
export interface LikeWords {
  words: readonly number[];
  /** The likeness of each, 0 to 1. */
  likeness: readonly number[];
}

const SAME = 1;
/** The last part of a compound says what it is, the first part only of what kind. */
const LAST_PART = 0.75;
const FIRST_PART = 0.55;
/**
 * Words that merely share letters have this times their Dice coefficient over pieces of three
 * letters, if that coefficient exceeds `FEWEST_LETTERS`.
 */
const LETTERS = 0.8;
const FEWEST_LETTERS = 0.4;

/**
 * The fewest pieces that a word must share to be like another or a part of it. Other words need not
 * be looked at.
 */
const FEWEST_PIECES = 3;

/**
 * The weight of a word that no title has, as a share of that of the rarest word: it may be a place
 * or a firm.
 */
const UNKNOWN = 0.37;

/** The most similar words that are looked at for each asked word. */
const MOST_LIKE = 48;

const REMEMBERED = 10_000;

/** Remembered, since every language that a title is read in asks for the same words. */
const piecesOf = cacheByText((word) => {
  const padded = ` ${word} `;
  const pieces = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) pieces.add(padded.slice(at, at + 3));
  return [...pieces];
}, 1_000);

/**
 * The words of all titles of one language, compounds split, each with a number, a stem and a
 * weight. The rarer a word among the concepts, the heavier it is (Spärck Jones 1972).
 */
export class Vocabulary {
  /**
   * Finds words like `word`: with the same stem, a part of a compound, or with many letters in
   * common.
   */
  readonly like = cacheByText((word) => this.findLike(word), REMEMBERED);
  /** The weights, by number of the word. */
  readonly weights: Float32Array;
  private readonly words: string[] = [];
  private readonly stems: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly compounds: CompoundWords;
  private readonly stem: (word: string) => string;
  private readonly byPiece = new Map<string, number[]>();
  private readonly pieceCounts: number[] = [];
  private readonly byStem = new Map<string, number[]>();
  private readonly shared: Uint8Array;
  private readonly sharing: Int32Array;
  private readonly unknownWeight: number;
  /** The number of different concepts of the titles. */
  readonly concepts: number;

  /** `titles` are in normal form, each with the number of its concept. */
  constructor(titles: readonly { form: string; concept: number }[], language: string | null) {
    const counts = new Map<string, number>();
    for (const { form } of titles)
      for (const word of new Set(form.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.compounds = new CompoundWords(counts);
    this.stem = stemmerOf(language);
    this.weights = this.weigh(titles);
    this.concepts = new Set(titles.map(({ concept }) => concept)).size;
    this.unknownWeight = UNKNOWN * Math.log(this.concepts + 1);
    this.shared = new Uint8Array(this.words.length);
    this.sharing = new Int32Array(this.words.length);
  }

  get size(): number {
    return this.words.length;
  }

  /** Returns the different words of a title in normal form, compounds split, in order. */
  wordsOf(form: string): string[] {
    return [...new Set(form.split(' ').flatMap((word) => this.compounds.split(word)))];
  }

  /** Returns the numbers of those words that the vocabulary has. */
  numbersOf(form: string): number[] {
    return this.wordsOf(form).flatMap((word) => this.numbers.get(word) ?? []);
  }

  /**
   * Returns the stems of a title in order, as one key. Titles with the same key have the same
   * words.
   */
  keyOf(form: string): string {
    return form.split(' ').map(this.stem).join(' ');
  }

  weightOf(word: string): number {
    const number = this.numbers.get(word) ?? this.byStem.get(this.stem(word))?.[0];
    return number === undefined ? this.unknownWeight : (this.weights[number] ?? 0);
  }

  /** Returns the numbers of the words that equal `word`, apart from inflection. */
  formsOf(word: string): readonly number[] {
    return this.byStem.get(this.stem(word)) ?? [];
  }

  knows(word: string): boolean {
    return this.numbers.has(word) || this.byStem.has(this.stem(word));
  }

  private weigh(titles: readonly { form: string; concept: number }[]): Float32Array {
    const lastConcept: number[] = [];
    const conceptCounts = new Map<string, number>();
    const concepts = new Set<number>();
    for (const { form, concept } of titles) {
      concepts.add(concept);
      for (const word of this.wordsOf(form)) {
        const number = this.numbers.get(word) ?? this.add(word);
        if (lastConcept[number] === concept) continue;
        lastConcept[number] = concept;
        const stem = this.stems[number] ?? '';
        conceptCounts.set(stem, (conceptCounts.get(stem) ?? 0) + 1);
      }
    }
    return Float32Array.from(this.stems, (stem) =>
      Math.log((concepts.size + 1) / ((conceptCounts.get(stem) ?? 0) + 0.5)),
    );
  }

  private add(word: string): number {
    const number = this.words.push(word) - 1;
    const stem = this.stem(word);
    this.stems.push(stem);
    this.numbers.set(word, number);
    push(this.byStem, stem, number);
    const pieces = piecesOf(word);
    this.pieceCounts.push(pieces.length);
    for (const piece of pieces) push(this.byPiece, piece, number);
    return number;
  }

  private findLike(word: string): LikeWords {
    const stem = this.stem(word);
    const pieces = piecesOf(word);
    const found = new Map<number, number>();
    const fewest = Math.min(FEWEST_PIECES, pieces.length - 1);
    const count = this.countShared(pieces, fewest);
    for (let at = 0; at < count; at += 1) {
      const number = this.sharing[at] ?? 0;
      const isNear = (this.shared[number] ?? 0) >= fewest;
      const likeness = isNear ? this.likeness(word, stem, pieces.length, number) : 0;
      if (likeness > 0) found.set(number, likeness);
      this.shared[number] = 0;
    }
    for (const number of this.byStem.get(stem) ?? []) found.set(number, SAME);
    const best = [...found].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_LIKE);
    return { words: best.map(([number]) => number), likeness: best.map(([, like]) => like) };
  }

  /**
   * Puts the words that may share `fewest` pieces into `sharing`, and returns their number.
   * `shared` counts the shared pieces until it is read. A word that is only in the longest lists
   * shares too few, and is left out.
   */
  private countShared(pieces: readonly string[], fewest: number): number {
    const { shared, sharing } = this;
    const lists = pieces.map((piece) => this.byPiece.get(piece) ?? []);
    lists.sort((a, b) => a.length - b.length);
    const enough = lists.length - Math.max(0, fewest - 1);
    let touched = 0;
    lists.forEach((list, at) => {
      const isLong = at >= enough;
      for (const number of list) {
        const count = shared[number] ?? 0;
        if (count > 0) shared[number] = count + 1;
        else if (!isLong) {
          shared[number] = 1;
          sharing[touched] = number;
          touched += 1;
        }
      }
    });
    return touched;
  }

  private likeness(word: string, stem: string, pieces: number, number: number): number {
    const other = this.words[number] ?? '';
    const otherStem = this.stems[number] ?? '';
    if (stem === otherStem) return SAME;
    const [short, long] = stem.length < otherStem.length ? [stem, otherStem] : [otherStem, stem];
    if (short.length > 3 && short.length < long.length) {
      if (other.length > word.length ? other.endsWith(word) : word.endsWith(other))
        return LAST_PART;
      if (long.startsWith(short)) return FIRST_PART;
    }
    const dice = (2 * (this.shared[number] ?? 0)) / (pieces + (this.pieceCounts[number] ?? 0));
    return dice > FEWEST_LETTERS ? LETTERS * dice : 0;
  }
}

function push<K>(lists: Map<K, number[]>, key: K, value: number): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
