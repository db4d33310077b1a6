import { iscoGroups } from '../../../reference/isco/isco.ts';
import { wordsOf } from '../search-tokens.ts';

/**
 * The least share of a word's trigrams that a text must have to be near it:
 * pg_trgm.word_similarity_threshold.
 */
const THRESHOLD = 0.6;

/**
 * Returns the trigrams of a word as pg_trgm makes them (its documentation, "Trigram"): with two
 * blanks before the word and one behind.
 */
function trigramsOf(word: string): Set<string> {
  const letters = [...`  ${word} `];
  return new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`));
}

const groupsWith = new Map<string, Set<string>>();
for (const { code, title } of iscoGroups) {
  for (const trigram of wordsOf(title).flatMap((word) => [...trigramsOf(word)])) {
    groupsWith.set(trigram, (groupsWith.get(trigram) ?? new Set()).add(code));
  }
}

/**
 * Returns the ISCO groups whose title may be near a word by its letters: all that PostgreSQL then
 * finds near, and some more. This way the title of a group need not be indexed by letters for each
 * of its candidates.
 */
export function groupsNear(word: string): string[] {
  const trigrams = trigramsOf(word);
  const shared = new Map<string, number>();
  for (const trigram of trigrams) {
    for (const code of groupsWith.get(trigram) ?? []) shared.set(code, (shared.get(code) ?? 0) + 1);
  }
  return [...shared]
    .filter(([, count]) => count >= THRESHOLD * trigrams.size)
    .map(([code]) => code);
}
