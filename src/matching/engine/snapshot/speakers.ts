import type { Lists } from './columns.ts';
import { languageOf, RANK_BITS, rankOf } from './language-word.ts';
import { languagesOf, type Records } from './records.ts';

/**
 * Returns, by number of a language, the rows of its speakers, each with the CEFR rank in one word.
 * This inverts the records: a language gate is made from the speakers instead of from all rows.
 */
export function speakersIn(records: Records, languages: number): Lists {
  const start = new Uint32Array(new SharedArrayBuffer(4 * (languages + 1)));
  eachLanguage(records, (language) => {
    start[language + 1] = (start[language + 1] ?? 0) + 1;
  });
  for (let language = 0; language < languages; language += 1) {
    start[language + 1] = (start[language + 1] ?? 0) + (start[language] ?? 0);
  }
  const items = new Uint32Array(new SharedArrayBuffer(4 * (start[languages] ?? 0)));
  const next = start.slice();
  eachLanguage(records, (language, row, rank) => {
    const at = next[language] ?? 0;
    items[at] = (row << RANK_BITS) | rank;
    next[language] = at + 1;
  });
  return { start, items };
}

/** Returns the row in a word of speakersIn. */
export function speakerOf(word: number): number {
  return word >>> RANK_BITS;
}

/**
 * Calls `visit` for each language of each row. If a language is listed twice, only the first
 * counts.
 */
function eachLanguage(
  records: Records,
  visit: (language: number, row: number, rank: number) => void,
): void {
  const { items, start } = records;
  for (let row = 0; row < start.length - 1; row += 1) {
    const { from, end } = languagesOf(records, start[row] ?? 0);
    for (let at = from; at < end; at += 1) {
      const word = items[at] ?? 0;
      if (isFirst(items, from, at)) visit(languageOf(word), row, rankOf(word));
    }
  }
}

function isFirst(items: Uint32Array, from: number, at: number): boolean {
  const language = languageOf(items[at] ?? 0);
  for (let before = from; before < at; before += 1) {
    if (languageOf(items[before] ?? 0) === language) return false;
  }
  return true;
}
