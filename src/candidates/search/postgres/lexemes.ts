import type { EntityManager } from 'typeorm';
import { textArray } from '../../../platform/database/copying/copy-line.ts';
import { cacheByFrozenObject } from '../../../platform/memory/cache-by-frozen-object.ts';

/**
 * The words of one document, in the lists that `wordsOf` returns, and the stemmers of its
 * languages.
 */
export interface WordsToStem {
  words: readonly (readonly string[])[];
  stemmers: readonly string[];
}

/** A word and the stemmer that is asked for its stems. */
type StemPair = readonly [word: string, stemmer: string];

/** Looks up the stems of each pair and returns them in order. */
export type LookUpStems = (pairs: readonly StemPair[]) => Promise<readonly (readonly string[])[]>;

/**
 * The number of pairs beyond which the memory is emptied. Titles and skills repeat, so few are ever
 * asked for.
 */
const mostKept = 200_000;

/**
 * Returns the words of documents with their stems, as candidate_index_lexemes makes them. Each pair
 * of word and stemmer is looked up once, as a look-up per row costs more than all the rest of
 * indexing. PostgreSQL's dictionaries do not change while it runs.
 */
export class Lexemes {
  /**
   * By the identity of the list of stemmers: `stemmersFor` returns the same list for the same
   * languages.
   */
  private readonly byStemmers = new Map<readonly string[], KnownStems>();
  private kept = 0;

  /** Returns the lexemes of each document as an array literal, unordered and without duplicates. */
  async of(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<string[]> {
    if (this.kept > mostKept) {
      this.byStemmers.clear();
      this.kept = 0;
    }
    // Holds the stems from here on: while the database is asked, another call may empty the memory.
    const told = documents.map(({ words, stemmers }) => ({
      words,
      stemmers,
      known: this.knownOf(stemmers),
    }));
    await this.learn(told, lookUp);
    return told.map(({ words, known }) => known.arrayOf(words));
  }

  private async learn(documents: readonly HeldWords[], lookUp: LookUpStems): Promise<void> {
    const unknown = new Map<KnownStems, { stemmers: readonly string[]; words: Set<string> }>();
    for (const { words, stemmers, known } of documents) {
      const asked = unknown.get(known) ?? { stemmers, words: new Set() };
      known.addUnknown(words, asked.words);
      if (asked.words.size > 0) unknown.set(known, asked);
    }
    const asked = [...unknown.values()].flatMap(({ stemmers, words }) =>
      [...words].flatMap((word) => stemmers.map((stemmer): StemPair => [word, stemmer])),
    );
    if (asked.length === 0) return;
    const found = (await lookUp(asked))[Symbol.iterator]();
    for (const [known, { stemmers, words }] of unknown) {
      for (const word of words) {
        const stems = stemmers.flatMap((): readonly string[] => found.next().value ?? []);
        known.learn(word, stems);
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

interface HeldWords extends WordsToStem {
  known: KnownStems;
}

/** A word or a stem; there is one object for each. */
interface Lexeme {
  /** The text as an element of an array literal. */
  element: string;
  /** The number of the last document that has the lexeme. */
  of: number;
}

/** The stems that one list of stemmers has returned. */
class KnownStems {
  private readonly stemsOf = new Map<string, readonly string[]>();
  private readonly lexemes = new Map<string, Lexeme>();
  /** Recurring lists whose words are all known. */
  private readonly lists = new WeakSet<readonly string[]>();
  private documents = 0;

  addUnknown(words: readonly (readonly string[])[], unknown: Set<string>): void {
    for (const list of words) {
      if (this.lists.has(list)) continue;
      const lacking = list.filter((word) => !this.stemsOf.has(word));
      for (const word of lacking) unknown.add(word);
      if (lacking.length === 0 && Object.isFrozen(list)) this.lists.add(list);
    }
  }

  learn(word: string, stems: readonly string[]): void {
    this.stemsOf.set(word, stems);
  }

  /** Returns each of the words and then each of their stems, once, as an array literal. */
  arrayOf(words: readonly (readonly string[])[]): string {
    this.documents += 1;
    const elements: string[] = [];
    for (const list of words) this.addNew(this.ofWords(list), elements);
    for (const list of words) this.addNew(this.ofStems(list), elements);
    return `{${elements.join(',')}}`;
  }

  /**
   * Adds the lexemes that the current document lacks. Marking them is faster than making a set for
   * each document.
   */
  private addNew(lexemes: readonly Lexeme[], elements: string[]): void {
    for (const lexeme of lexemes) {
      if (lexeme.of === this.documents) continue;
      lexeme.of = this.documents;
      elements.push(lexeme.element);
    }
  }

  private readonly ofWords = cacheByFrozenObject((list: readonly string[]) => this.lexemesOf(list));

  private readonly ofStems = cacheByFrozenObject((list: readonly string[]) =>
    this.lexemesOf(list.flatMap((word) => this.stemsOf.get(word) ?? [])),
  );

  private lexemesOf(texts: readonly string[]): Lexeme[] {
    return texts.filter(Boolean).map((text) => {
      const known = this.lexemes.get(text) ?? { element: textArray([text]).slice(1, -1), of: 0 };
      this.lexemes.set(text, known);
      return known;
    });
  }
}

/** Looks stems up in PostgreSQL's dictionaries. */
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
