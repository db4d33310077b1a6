import { foldArabicYa, plainDigits } from './fold-words.ts';

/** Units as written, folded, with the number of them in a year. */
const units: readonly (readonly [perYear: number, words: string])[] = [
  [1, 'an ans annee annees a yr yrs year years ano anos سنه سنوات سنين عام اعوام'],
  [12, 'm mois mes meses mos month months شهر شهرا اشهر شهور'],
];

/** The number of each unit in a year, by its folded word. */
export const unitsAYear: ReadonlyMap<string, number> = new Map(
  units.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)),
);

/** Number words from one on in English, French, Spanish and Arabic, in both genders, folded. */
const numberWords: readonly string[] = [
  'un une one uno una',
  'deux two dos',
  'trois three tres ثلاث ثلاثه',
  'quatre four cuatro اربع اربعه',
  'cinq five cinco خمس خمسه',
  'six seis ست سته',
  'sept seven siete سبع سبعه',
  'huit eight ocho ثماني ثمان ثمانيه',
  'neuf nine nueve تسع تسعه',
  'dix ten diez عشر عشره',
  'onze eleven once',
  'douze twelve doce',
];

/** Numbers written as words. The Arabic dual includes its unit. */
const numbers = new Map<string, string>([
  ...numberWords.flatMap((words, at) =>
    words.split(' ').map((word) => [word, String(at + 1)] as const),
  ),
  ...['سنتان', 'سنتين', 'عامان', 'عامين'].map((word) => [word, '2 سنه'] as const),
  ...['شهران', 'شهرين'].map((word) => [word, '2 شهر'] as const),
]);

const atLeast =
  /au moins|pas moins d(?:e |['’])|al menos|(?:a|por) lo menos|no menos de|at least|(?:not|no) (?:less|fewer) than|على الأقل|لا [تي]قل عن/giu;

/** Removes words that mark a minimum: `not less than 2 years` becomes `2 years`. */
export const withoutAtLeast = (text: string): string => text.replace(atLeast, ' ');

/**
 * Returns whether a text says that there is no experience, as opposed to an unknown length of it.
 */
export const saysNoExperience = (text: string): boolean => none.test(text);

const none =
  /^\s*(?:(?:sans|aucune|no|sin|without|بدون)\s+(?:expérience|experience|experiencia|خبرة)|débutante?|principiante|beginner)\s*$/iu;

/** Returns a text with its digits, decimal points and dashes in the English form. */
export const plainNumbers = (text: string): string =>
  plainDigits(text)
    .replaceAll('٫', '.')
    .replace(/[\u2010-\u2015]/g, '-');

/** Splits a text into numbers, folded words and marks. Numbers in words become digits. */
export function tokensOfLength(text: string): string[] {
  const tokens =
    plainNumbers(text)
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)?|[\p{L}\p{M}]+|[^\s\p{L}\p{M}]/gu) ?? [];
  return tokens.flatMap(plainWords);
}

/** Converts a token: `deux` becomes `2`, and `سنتان` two tokens. A mark or a number stays. */
function plainWords(token: string): string[] {
  if (!/\p{L}/u.test(token)) return [token];
  const word = foldArabicYa(token);
  return (numbers.get(word) ?? word).split(' ');
}
