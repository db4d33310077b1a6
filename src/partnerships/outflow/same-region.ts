import { foldArabicYa } from '../../reference/fold-words.ts';

/**
 * Returns whether two spellings name the same region of a partner country. Agencies and authorities
 * write regions in words, with or without capitals, accents and hyphens.
 */
export function isSameRegion(one: string, other: string): boolean {
  return one === other || foldArabicYa(one) === foldArabicYa(other);
}
