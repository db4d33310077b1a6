import type { EntityManager } from 'typeorm';
import { textArray } from '../../../platform/database/copying/copy-line.ts';
import { onceFrozen } from '../../../platform/memory/once-frozen.ts';

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

  /** Of each document, in no order and without doubles, as an array literal. */
  async of(documents: readonly WordsToStem[], lookUp: LookUpStems): Promise<string[]> {
    if (this.kept > mostKept) {
      this.byStemmers.clear();
      this.kept = 0;
    }
    // Held from here on: while the database is asked, others may make us start anew.
    const told = documents.map(({ words, stemmers }) => ({
      ...{ words, stemmers, known: this.knownOf(stemmers) },
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

/** A word or a stem, of which there is one. */
interface Lexeme {
  /** As an element of an array literal. */
  element: string;
  /** The number of the last document that has it. */
  of: number;
}

/** What some stemmers have said. */
class KnownStems {
  private readonly stemsOf = new Map<string, readonly string[]>();
  private readonly lexemes = new Map<string, Lexeme>();
  /** Lists that come again, of which every word is known. */
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

  /** Each of the words and then each of their stems once, as an array literal. */
  arrayOf(words: readonly (readonly string[])[]): string {
    this.documents += 1;
    const elements: string[] = [];
    for (const list of words) this.addNew(this.ofWords(list), elements);
    for (const list of words) this.addNew(this.ofStems(list), elements);
    return `{${elements.join(',')}}`;
  }

  /** A mark tells what is there twice in less time than a set that is made for each document. */
  private addNew(lexemes: readonly Lexeme[], elements: string[]): void {
    for (const lexeme of lexemes) {
      if (lexeme.of === this.documents) continue;
      lexeme.of = this.documents;
      elements.push(lexeme.element);
    }
  }

  private readonly ofWords = onceFrozen((list: readonly string[]) => this.lexemesOf(list));

  private readonly ofStems = onceFrozen((list: readonly string[]) =>
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
