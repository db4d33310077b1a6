import { LetterLikeness } from './letter-likeness.ts';
import { formsOf } from './normal-form.ts';
import { groupWeight, labelScore } from './label-score.ts';
import { asOne, inverted, listAt, type ListsOfNumbers } from './lists-of-numbers.ts';
import { ProposedLabels } from './proposed-labels.ts';
import { Vocabulary } from './vocabulary.ts';
import { type AskedWord, WordLikeness } from './word-likeness.ts';

/** A name of a concept in one language. */
export interface Label {
  /** The number of the concept, chosen by the caller. */
  concept: number;
  text: string;
  /** Whether the concept goes by this name, which is not just another of its names. */
  preferred: boolean;
  /** Whether the concept is a whole group of occupations, whose name says less. */
  group: boolean;
}

/** A label that is like a title. */
export interface LabelHit {
  /** The position of the label in the list that the index was made from. */
  label: number;
  /** The score that labels are ordered by. */
  score: number;
  /** How alike label and title are, 0 to 1, whatever kind of label it is. */
  likeness: number;
}

/** The number of labels that are compared letter by letter. */
const COMPARED = 60;

/** The most words of a title that are looked at. */
const MOST_WORDS = 16;

/**
 * The labels of one language, ordered by their likeness to a title. First an inverted index of
 * words, including similar words and parts of compounds, proposes labels. These are then compared
 * in full: by words in both directions (a soft tf-idf as in Cohen, Ravikumar and Fienberg 2003) and
 * by letters.
 */
export class LabelIndex {
  private readonly letters: LetterLikeness;
  private readonly vocabulary: Vocabulary;
  private readonly words: WordLikeness;
  private readonly wordsOfLabels: ListsOfNumbers;
  private readonly labelsOfWords: ListsOfNumbers;
  private readonly byKey = new Map<string, number[]>();
  private readonly proposed: ProposedLabels;
  private readonly groupWeight: number;

  constructor(
    readonly labels: readonly Label[],
    language: string | null,
  ) {
    const forms = labels.map(({ text }) => formsOf(text));
    const plain = forms.map((each) => each.at(-1) ?? '');
    this.vocabulary = new Vocabulary(
      labels.map(({ concept }, at) => ({ form: plain[at] ?? '', concept })),
      language,
    );
    const { weights, size, concepts } = this.vocabulary;
    this.groupWeight = groupWeight(labels.length, concepts);
    this.letters = new LetterLikeness(plain);
    const words = plain.map((form) => this.vocabulary.numbersOf(form));
    const labelWeights = Float32Array.from(words, (each) =>
      each.reduce((sum, word) => sum + (weights[word] ?? 0), 0),
    );
    this.wordsOfLabels = asOne(words);
    this.words = new WordLikeness(this.wordsOfLabels, weights, labelWeights);
    this.labelsOfWords = asOne(inverted(words, size));
    this.proposed = new ProposedLabels(this.labelsOfWords, labelWeights);
    forms.forEach((each, label) => {
      for (const key of new Set(each.map((form) => this.vocabulary.keyOf(form)))) {
        const same = this.byKey.get(key);
        if (same) same.push(label);
        else this.byKey.set(key, [label]);
      }
    });
  }

  /**
   * Returns the positions of labels with exactly the words of a title in one of its forms.
   * Inflected labels count only if there are no others.
   */
  exact(forms: readonly string[]): number[] {
    const same = forms.flatMap((form) => this.byKey.get(this.vocabulary.keyOf(form)) ?? []);
    const letterByLetter = same.filter((label) =>
      formsOf(this.labels[label]?.text ?? '').some((form) => forms.includes(form)),
    );
    return letterByLetter.length > 0 ? letterByLetter : same;
  }

  /**
   * Returns the positions of labels that contain every word of a title in normal form, possibly
   * inflected and with others.
   */
  holding(form: string): number[] {
    const countOf = (words: readonly number[]): number =>
      words.reduce((sum, word) => sum + listAt(this.labelsOfWords, word).length, 0);
    const [rarest = [], ...others] = this.vocabulary
      .wordsOf(form)
      .map((word) => this.vocabulary.formsOf(word))
      .toSorted((a, b) => countOf(a) - countOf(b));
    const hasOne = (label: number, words: readonly number[]): boolean =>
      listAt(this.wordsOfLabels, label).some((word) => words.includes(word));
    return rarest
      .flatMap((word) => [...listAt(this.labelsOfWords, word)])
      .filter((label) => others.every((words) => hasOne(label, words)));
  }

  /** Returns whether a label has this word in normal form, possibly inflected. */
  knows(word: string): boolean {
    return this.vocabulary.knows(word);
  }

  /** Returns how unlike the letters of the labels those of a title in normal form are, 0 to 1. */
  strangeness(form: string): number {
    return this.letters.strangeness(form);
  }

  /**
   * Returns the `limit` labels most like a title, given by its `askedForms`, the most similar
   * first.
   */
  search(forms: readonly string[], limit: number): LabelHit[] {
    const [form] = forms;
    if (form === undefined) return [];
    const words = this.vocabulary.wordsOf(form).slice(0, MOST_WORDS);
    const asked = words.map((word) => ({
      weight: this.vocabulary.weightOf(word),
      like: this.vocabulary.like(word),
    }));
    const numbers = this.propose(asked);
    const [main = new Float32Array(), ...others] = forms.map((each) =>
      this.letters.compare(each, numbers),
    );
    const byWords = this.words.compare(asked, numbers);
    const hits = byWords.map((evidence, at): LabelHit => {
      const label = numbers[at] ?? 0;
      let best = main[at] ?? 0;
      for (const other of others) best = Math.max(best, other[at] ?? 0);
      const letters = { main: main[at] ?? 0, best };
      const { score, likeness } = labelScore(
        letters,
        evidence,
        this.labels[label],
        this.groupWeight,
      );
      return { label, score, likeness };
    });
    return hits.toSorted((a, b) => b.score - a.score || a.label - b.label).slice(0, limit);
  }

  /** Returns the labels that share the most weight of words with the asked ones. */
  private propose(asked: readonly AskedWord[]): Int32Array {
    const { proposed, vocabulary } = this;
    proposed.begin();
    const total = asked.reduce((sum, { weight }) => sum + weight, 0);
    for (const [at, { weight, like }] of asked.entries()) {
      for (const [position, word] of like.words.entries()) {
        const likeness = like.likeness[position] ?? 0;
        const own = (vocabulary.weights[word] ?? 0) * likeness;
        proposed.add(word, at + 1, weight * likeness, own);
      }
    }
    return proposed.best(COMPARED, total);
  }
}
