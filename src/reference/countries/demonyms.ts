import { readTable } from '../csv-table.ts';
import { foldArabic } from '../fold-words.ts';

/** Without the Arabic article. */
const fold = (text: string): string => foldArabic(text).replace(/^ال(?!ماني|باني)/, '');

/**
 * What people of a country are called in English, French, Spanish and Arabic, in the masculine
 * singular. Words that two countries share (Congolese, Korean) are left out.
 */
const codeOf = new Map(
  readTable(new URL('./demonyms.csv', import.meta.url)).flatMap(([code = '', words = '']) =>
    words.split('|').map((word) => [fold(word), code] as const),
  ),
);

/** How the feminine and the plural are made in the four languages, with what stands there otherwise. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/s$/, ''],
  [/es?$/, ''],
  [/nes?$/, ''],
  [/as?$/, 'o'],
  [/as?$/, ''],
  [/os$/, 'o'],
  [/(ه|ات|ون|ين)$/, ''],
];

/** ISO 3166-1 alpha-2 of `Marocaine`, `peruano`, `تونسية`; null for what names no people. */
export function countryOfPeople(text: string): string | null {
  const word = fold(text);
  const forms = [word, ...endings.map(([ending, instead]) => word.replace(ending, instead))];
  for (const form of forms) {
    const code = codeOf.get(form);
    if (code !== undefined) return code;
  }
  return null;
}
