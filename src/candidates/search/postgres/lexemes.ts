import type { EntityManager } from 'typeorm';

/** The words of one document and the stemmers of its languages. */
export interface WordsToStem {
  words: readonly string[];
  stemmers: readonly string[];
}

/** Beyond this many pairs it starts anew: titles and skills repeat, so that few are ever asked for. */
const mostKept = 200_000;

/** Stems by stemmer and word. PostgreSQL's dictionaries do not change while it runs. */
const known = new Map<string, readonly string[]>();

const keyOf = (stemmer: string, word: string): string => `${stemmer} ${word}`;

/**
 * The words of each document with their stems, as candidate_index_lexemes makes them, each pair of
 * word and stemmer looked up once in the life of the process: a look-up a row costs more than all
 * the rest of indexing.
 */
export async function lexemesOf(
  sql: EntityManager,
  documents: readonly WordsToStem[],
): Promise<string[][]> {
  if (known.size > mostKept) known.clear();
  await learn(sql, documents);
  return documents.map(({ words, stemmers }) => {
    const stems = words.flatMap((word) =>
      stemmers.flatMap((stemmer) => known.get(keyOf(stemmer, word)) ?? []),
    );
    return [...new Set([...words, ...stems])].filter(Boolean);
  });
}

async function learn(sql: EntityManager, documents: readonly WordsToStem[]): Promise<void> {
  const asked = new Map<string, [word: string, stemmer: string]>();
  for (const { words, stemmers } of documents) {
    const pairs = stemmers.flatMap((stemmer) => words.map((word) => [word, stemmer] as const));
    for (const [word, stemmer] of pairs) {
      const key = keyOf(stemmer, word);
      if (!known.has(key)) asked.set(key, [word, stemmer]);
    }
  }
  if (asked.size === 0) return;
  const pairs = [...asked.values()];
  const rows = await sql.query<{ word: string; stemmer: string; stems: string[] | null }[]>(
    `SELECT word, stemmer, ts_lexize(stemmer::regdictionary, word) AS stems
       FROM unnest($1::text[], $2::text[]) AS asked(word, stemmer)`,
    [pairs.map(([word]) => word), pairs.map(([, stemmer]) => stemmer)],
  );
  for (const { word, stemmer, stems } of rows) known.set(keyOf(stemmer, word), stems ?? []);
}
