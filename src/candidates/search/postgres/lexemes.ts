import type { EntityManager } from 'typeorm';

/** The words of one document and the stemmers of its languages. */
export interface WordsToStem {
  words: readonly string[];
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
  private readonly byStemmers = new Map<readonly string[], Map<string, readonly string[]>>();
  private kept = 0;

  /** Of each document, in no order and without doubles. */
  async of(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<string[][]> {
    if (this.kept > mostKept) {
      this.byStemmers.clear();
      this.kept = 0;
    }
    await this.learn(documents, lookUp);
    return documents.map(({ words, stemmers }) => this.withStems(words, stemmers));
  }

  private withStems(words: readonly string[], stemmers: readonly string[]): string[] {
    const known = this.knownOf(stemmers);
    const lexemes = new Set(words);
    for (const word of words) for (const stem of known.get(word) ?? []) lexemes.add(stem);
    lexemes.delete('');
    return [...lexemes];
  }

  private async learn(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<void> {
    const unknown = new Map<readonly string[], Set<string>>();
    for (const { words, stemmers } of documents) {
      const known = this.knownOf(stemmers);
      for (const word of words) {
        if (!known.has(word)) unknown.set(stemmers, (unknown.get(stemmers) ?? new Set()).add(word));
      }
    }
    const asked = [...unknown].flatMap(([stemmers, words]) =>
      [...words].flatMap((word) => stemmers.map((stemmer): StemPair => [word, stemmer])),
    );
    if (asked.length === 0) return;
    const found = (await lookUp(asked))[Symbol.iterator]();
    for (const [stemmers, words] of unknown) {
      for (const word of words) {
        const stems = stemmers.flatMap((): readonly string[] => found.next().value ?? []);
        this.knownOf(stemmers).set(
          word,
          [...new Set(stems)].filter((stem) => stem !== word),
        );
      }
    }
    this.kept += asked.length;
  }

  private knownOf(stemmers: readonly string[]): Map<string, readonly string[]> {
    const known = this.byStemmers.get(stemmers) ?? new Map<string, readonly string[]>();
    this.byStemmers.set(stemmers, known);
    return known;
  }
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
