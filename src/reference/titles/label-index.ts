import { LetterLikeness } from './letter-likeness.ts';
import { formsOf } from './normal-form.ts';
import { labelScore, type Evidence } from './label-score.ts';
import { ProposedLabels } from './proposed-labels.ts';
import { type LikeWords, Vocabulary } from './vocabulary.ts';

/** A name of a concept in one language. */
export interface Label {
  /** Number of the concept, the caller's own. */
  concept: number;
  text: string;
  /** The one name that the concept goes by, not another one of its names. */
  preferred: boolean;
  /** The concept is a whole group of occupations, which says less. */
  group: boolean;
}

/** A label that is like a title. */
export interface LabelHit {
  /** Position of the label in the list that the index was made from. */
  label: number;
  /** What labels are ordered by. */
  score: number;
  /** 0 to 1: how alike label and title are, whatever kind of label it is. */
  likeness: number;
}

/** As many labels are compared letter by letter. */
const COMPARED = 60;

/** Words beyond these many of one title are not looked at. */
const MOST_WORDS = 16;

/**
 * The labels of one language, ordered by their likeness to a title. First an inverted index of words
 * (like words and parts of compounds included) proposes labels; then these are compared in full, by
 * words in both directions (a soft tf-idf as in Cohen, Ravikumar and Fienberg 2003) and by letters.
 */
export class LabelIndex {
  private readonly forms: string[];
  private readonly letters: LetterLikeness;
  private readonly vocabulary: Vocabulary;
  /** The words of label n are `labelWords` from `starts[n]` to `starts[n + 1]`. */
  private readonly labelWords: Int32Array;
  private readonly starts: Int32Array;
  private readonly labelWeights: Float32Array;
  /** The labels of word n are `wordLabels` from `wordStarts[n]` to `wordStarts[n + 1]`. */
  private readonly wordLabels: Int32Array;
  private readonly wordStarts: Int32Array;
  private readonly byKey = new Map<string, number[]>();
  private readonly proposed: ProposedLabels;

  constructor(
    readonly labels: readonly Label[],
    language: string | null,
  ) {
    const forms = labels.map(({ text }) => formsOf(text));
    this.forms = forms.map((each) => each.at(-1) ?? '');
    const titles = labels.map(({ concept }, at) => ({ form: this.forms[at] ?? '', concept }));
    this.vocabulary = new Vocabulary(titles, language);
    this.letters = new LetterLikeness(this.forms);
    const words = this.forms.map((form) => this.vocabulary.numbersOf(form));
    [this.labelWords, this.starts] = flatten(words);
    [this.wordLabels, this.wordStarts] = flatten(inverted(words, this.vocabulary.size));
    this.labelWeights = Float32Array.from(words, (each) =>
      each.reduce((sum, word) => sum + (this.vocabulary.weights[word] ?? 0), 0),
    );
    forms.forEach((each, label) => {
      for (const key of new Set(each.map((form) => this.vocabulary.keyOf(form)))) {
        const same = this.byKey.get(key);
        if (same) same.push(label);
        else this.byKey.set(key, [label]);
      }
    });
    this.proposed = new ProposedLabels(this.labelWeights);
  }

  /** Labels with the very words of a title in one of its forms; only if there are none, inflected. */
  exact(forms: readonly string[]): number[] {
    const same = forms.flatMap((form) => this.byKey.get(this.vocabulary.keyOf(form)) ?? []);
    const letterByLetter = same.filter((label) =>
      formsOf(this.labels[label]?.text ?? '').some((form) => forms.includes(form)),
    );
    return letterByLetter.length > 0 ? letterByLetter : same;
  }

  /** Whether some label has this word in normal form, or it inflected. */
  knows(word: string): boolean {
    return this.vocabulary.knows(word);
  }

  /** Which share of the words of a title in normal form some label has. */
  coverage(form: string): number {
    const words = form.split(' ');
    return words.filter((word) => this.vocabulary.knows(word)).length / words.length;
  }

  /** The labels that are most like a title, given by its `askedForms`, the likest first. */
  search(forms: readonly string[], limit: number): LabelHit[] {
    const [form] = forms;
    if (form === undefined) return [];
    const words = this.vocabulary.wordsOf(form).slice(0, MOST_WORDS);
    const asked = words.map((word) => ({
      weight: this.vocabulary.weightOf(word),
      like: this.vocabulary.like(word),
    }));
    const numbers = this.propose(asked);
    const letters = forms.map((each) => this.letters.compare(this.letters.prepare(each), numbers));
    const compare = this.wordComparison(asked);
    const hits = Array.from(numbers, (label, at) => {
      const byForm = letters.map((likeness) => likeness[at] ?? 0);
      const evidence = { ...compare(label), main: byForm[0] ?? 0, best: Math.max(...byForm) };
      return { label, ...this.scored(label, evidence) };
    });
    return hits.toSorted((a, b) => b.score - a.score || a.label - b.label).slice(0, limit);
  }

  private scored(label: number, evidence: Evidence): { score: number; likeness: number } {
    const { preferred = false, group = false } = this.labels[label] ?? {};
    return labelScore(evidence, { preferred, group });
  }

  /** The labels that share the most weight of words with what is asked. */
  private propose(asked: readonly AskedWord[]): Int32Array {
    const { proposed, wordLabels, wordStarts, vocabulary } = this;
    proposed.begin();
    const total = asked.reduce((sum, { weight }) => sum + weight, 0);
    for (const [at, { weight, like }] of asked.entries()) {
      for (const [position, word] of like.words.entries()) {
        const likeness = like.likeness[position] ?? 0;
        const own = (vocabulary.weights[word] ?? 0) * likeness;
        const end = wordStarts[word + 1] ?? 0;
        for (let posting = wordStarts[word] ?? 0; posting < end; posting += 1)
          proposed.add(wordLabels[posting] ?? 0, at, weight * likeness, own);
      }
    }
    return proposed.best(COMPARED, total);
  }

  /** Compares the words of a label with those that are asked, in both directions. */
  private wordComparison(
    asked: readonly AskedWord[],
  ): (label: number) => Omit<Evidence, 'main' | 'best'> {
    const rows = new Map<number, Float32Array>();
    for (const [at, { like }] of asked.entries()) {
      for (const [position, word] of like.words.entries()) {
        const row = rows.get(word) ?? new Float32Array(asked.length);
        row[at] = like.likeness[position] ?? 0;
        rows.set(word, row);
      }
    }
    const weights = Float32Array.from(asked, ({ weight }) => weight);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const most = new Float32Array(asked.length);
    return (label) => {
      most.fill(0);
      let ofLabel = 0;
      const end = this.starts[label + 1] ?? 0;
      for (let at = this.starts[label] ?? 0; at < end; at += 1) {
        const word = this.labelWords[at] ?? 0;
        const row = rows.get(word);
        if (row) ofLabel += (this.vocabulary.weights[word] ?? 0) * raise(most, row);
      }
      let ofTitle = 0;
      for (let at = 0; at < most.length; at += 1) ofTitle += (weights[at] ?? 0) * (most[at] ?? 0);
      const inTitle = total === 0 ? 0 : ofTitle / total;
      const labelWeight = this.labelWeights[label] ?? 0;
      const inLabel = labelWeight === 0 ? 0 : ofLabel / labelWeight;
      return { inTitle, inLabel, first: most[0] ?? 0 };
    };
  }
}

interface AskedWord {
  weight: number;
  like: LikeWords;
}

/** Keeps the greater of each in `most`, and gives the greatest of `row`. */
function raise(most: Float32Array, row: Float32Array): number {
  let greatest = 0;
  for (let at = 0; at < row.length; at += 1) {
    const likeness = row[at] ?? 0;
    if (likeness > (most[at] ?? 0)) most[at] = likeness;
    if (likeness > greatest) greatest = likeness;
  }
  return greatest;
}

function flatten(lists: readonly (readonly number[])[]): [values: Int32Array, starts: Int32Array] {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (starts[at + 1] = (starts[at] ?? 0) + list.length));
  const values = new Int32Array(starts.at(-1) ?? 0);
  lists.forEach((list, at) => {
    values.set(list, starts[at] ?? 0);
  });
  return [values, starts];
}

function inverted(lists: readonly (readonly number[])[], size: number): number[][] {
  const found: number[][] = Array.from({ length: size }, () => []);
  lists.forEach((list, at) => {
    for (const value of list) found[value]?.push(at);
  });
  return found;
}
