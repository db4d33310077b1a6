import type { LanguageFact } from '../../facts.ts';
import { packedRanks } from '../../scoring/languages.ts';

/** Layout, from the lowest bit: overall rank (3 bits), ranks by dimension (15), language (14). */
export const RANK_BITS = 3;
const LANGUAGE_AT = 18;

/** Returns a language of the vocabulary with all of its levels in one word of 32 bits. */
export function languageWord(number: number, fact: Pick<LanguageFact, 'rank' | 'ranks'>): number {
  return ((number << LANGUAGE_AT) | (packedRanks(fact) << RANK_BITS) | fact.rank) >>> 0;
}

export function languageOf(word: number): number {
  return word >>> LANGUAGE_AT;
}

/** Returns the overall CEFR rank, which the language gate compares. */
export function rankOf(word: number): number {
  return word & ((1 << RANK_BITS) - 1);
}

/** Returns the ranks of the dimensions, as packedRanks encodes them. */
export function ranksOf(word: number): number {
  return (word & ((1 << LANGUAGE_AT) - 1)) >>> RANK_BITS;
}
