import { distance } from 'fastest-levenshtein';

/**
 * Returns how alike two words are, by the distance of Levenshtein (1966): 1 if they are equal, 0 if
 * they have nothing in common.
 */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}
