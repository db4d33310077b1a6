import type { EntityManager } from 'typeorm';
import { onceFrozen } from '../../../platform/formats/once-frozen.ts';

/** The words of one document, in the lists that `wordsOf` gives, and the stemmers of its languages. */
export interface WordsToStem {
  words: readonly (readonly string[])[];
  stemmers: readonly string[];
}

/** A word and the stemmer that is asked for its stems. */
type StemPair = readonly [word: string, stemmer: string];

/** The stems of each pair, in their order. */
export type LookUpStems = (pairs: readonly StemPair[]) => Promise<readonly (readonly string[])[]>;

/** Beyond this many pairs it starts anew: titles and skills repeat, so that few are ever asked for. */
const mostKept = 200_000;

/**
 * The words of documents with their stems, as candidate_index_lexemes makes them, each pair of word
 * and stemmer looked up once: a look-up a row costs more than all the rest of indexing. PostgreSQL's
 * dictionaries do not change while it runs.
 */
export class Lexemes {
  /** By the list of stemmers itself, which is the same one for the same languages (`stemmersFor`). */
  private readonly byStemmers = new Map<readonly string[], KnownStems>();
  private kept = 0;

  /** Of each document, in no order and without doubles. */
  async of(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<string[][]> {
    if (this.kept > mostKept) {
      this.byStemmers.clear();
      this.kept = 0;
    }
    await this.learn(documents, lookUp);
    return documents.map(({ words, stemmers }) => withStems(words, this.knownOf(stemmers)));
  }

  private async learn(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<void> {
    const unknown = new Map<readonly string[], Set<string>>();
    for (const { words, stemmers } of documents) {
      const asked = unknown.get(stemmers) ?? new Set();
      this.knownOf(stemmers).addUnknown(words, asked);
      if (asked.size > 0) unknown.set(stemmers, asked);
    }
    const asked = [...unknown].flatMap(([stemmers, words]) =>
      [...words].flatMap((word) => stemmers.map((stemmer): StemPair => [word, stemmer])),
    );
    if (asked.length === 0) return;
    const found = (await lookUp(asked))[Symbol.iterator]();
    for (const [stemmers, words] of unknown) {
      for (const word of words) {
        const stems = stemmers.flatMap((): readonly string[] => found.next().value ?? []);
        this.knownOf(stemmers).learn(word, stems);
      }
    }
    this.kept += asked.length;
  }

  private knownOf(stemmers: readonly string[]): KnownStems {
    const known = this.byStemmers.get(stemmers) ?? new KnownStems();
    this.byStemmers.set(stemmers, known);
    return known;
  }
}

/** What some stemmers have said. */
class KnownStems {
  private readonly byWord = new Map<string, readonly string[]>();
  /** Lists that come again, of which every word is known. */
  private readonly lists = new WeakSet<readonly string[]>();

  addUnknown(words: readonly (readonly string[])[], unknown: Set<string>): void {
    for (const list of words) {
      if (this.lists.has(list)) continue;
      const before = unknown.size;
      for (const word of list) if (!this.byWord.has(word)) unknown.add(word);
      if (unknown.size === before && Object.isFrozen(list)) this.lists.add(list);
    }
  }

  learn(word: string, stems: readonly string[]): void {
    this.byWord.set(
      word,
      [...new Set(stems)].filter((stem) => stem !== word && stem !== ''),
    );
  }

  /** Those that are not the word itself. */
  readonly stemsOf = onceFrozen((list: readonly string[]) =>
    list.flatMap((word) => this.byWord.get(word) ?? []),
  );
}

function withStems(words: readonly (readonly string[])[], known: KnownStems): string[] {
  const lexemes = new Set<string>();
  for (const list of words) for (const word of list) lexemes.add(word);
  for (const list of words) for (const stem of known.stemsOf(list)) lexemes.add(stem);
  return [...lexemes];
}

/** Asks PostgreSQL's dictionaries. */
export function stemsFrom(sql: EntityManager): LookUpStems {
  return async (pairs) => {
    const rows = await sql.query<{ stems: string[] | null }[]>(
      `SELECT ts_lexize(stemmer::regdictionary, word) AS stems
         FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS asked(word, stemmer, at)
        ORDER BY at`,
      [pairs.map(([word]) => word), pairs.map(([, stemmer]) => stemmer)],
    );
    return rows.map(({ stems }) => stems ?? []);
  };
}
