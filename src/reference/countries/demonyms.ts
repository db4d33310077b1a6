import { readTable } from '../csv-table.ts';
import { foldArabicYa } from '../fold-words.ts';

/** Folds a word and removes the Arabic article. */
const fold = (text: string): string => foldArabicYa(text).replace(/^ال(?!ماني|باني)/, '');

/**
 * The countries by the name of their people in English, French, Spanish and Arabic, in the
 * masculine singular. Words that two countries share (Congolese, Korean) are left out.
 */
const codeOf = new Map(
  readTable(new URL('./demonyms.csv', import.meta.url)).flatMap(([code = '', words = '']) =>
    words.split('|').map((word) => [fold(word), code] as const),
  ),
);

/** Endings of the feminine and the plural in the four languages, with what replaces them. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es?$/, ''],
  [/nes?$/, ''],
  [/as?$/, 'o'],
  [/as?$/, ''],
  [/os$/, 'o'],
  [/(ه|ات|ون|ين)$/, ''],
];

/**
 * Returns the ISO 3166-1 alpha-2 code for `Marocaine`, `peruano`, `تونسية`; null for a word that
 * names no people, or those of two countries.
 */
export function countryOfPeople(text: string): string | null {
  const word = fold(text);
  const forms = [word, ...endings.map(([ending, instead]) => word.replace(ending, instead))];
  for (const form of forms) {
    const code = codeOf.get(form);
    if (code !== undefined) return code;
  }
  return null;
}
