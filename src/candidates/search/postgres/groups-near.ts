import { iscoGroups } from '../../../reference/isco/isco.ts';
import { wordsOf } from '../search-tokens.ts';

/** So many of a word's trigrams a text must have at least to be near it: pg_trgm.word_similarity_threshold. */
const THRESHOLD = 0.6;

/** As pg_trgm makes them (its documentation, "Trigram"): of a word behind two blanks and before one. */
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
 * The ISCO groups with a title that a word may be near to, by letters: all that PostgreSQL then finds near,
 * and some more. So that what everybody of a group has in common is not indexed for each of them.
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
