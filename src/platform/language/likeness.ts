import { distance } from 'fastest-levenshtein';

/** How alike two words are: 1 for the same, 0 where no letter is; by the distance of Levenshtein (1966). */
export function likeness(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  return longer === 0 ? 1 : 1 - distance(one, other) / longer;
}
