import { flattenText } from './flatten-text.ts';

/** The number of answers beyond which the memory is emptied. */
const MOST_KEPT = 20_000;

/** Remembers the answers to the words of a file, most of which occur again and again in it. */
export class Learnt<Answer> {
  private readonly answers = new Map<string, Answer>();

  /**
   * Returns those of `asked` that are still to be asked, each key once. If the memory is full,
   * forgets everything first, so what is asked here must be learnt before it is looked up.
   */
  unknown<Question>(asked: Iterable<readonly [key: string, Question]>): Map<string, Question> {
    if (this.answers.size > MOST_KEPT) this.answers.clear();
    const unknown = new Map<string, Question>();
    for (const [key, question] of asked) if (!this.answers.has(key)) unknown.set(key, question);
    return unknown;
  }

  /** Remembers the answers to these keys, in their order; `none` if one is missing. */
  learn(keys: Iterable<string>, answers: readonly Answer[], none: Answer): void {
    let at = 0;
    for (const key of keys) {
      this.answers.set(flattenText(key), answers[at] ?? none);
      at += 1;
    }
  }

  /** Returns the answer learnt for a key. */
  of(key: string): Answer | undefined {
    return this.answers.get(key);
  }
}
