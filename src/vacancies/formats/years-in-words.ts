import { foldArabicYa, plainDigits } from '../../reference/fold-words.ts';

/** Units as they are written, folded, with how many of them make a year. */
const units: readonly (readonly [perYear: number, words: string])[] = [
  [1, 'an ans annee annees a yr yrs year years ano anos سنه سنوات سنين عام اعوام'],
  [12, 'm mois mes meses month months شهر شهرا اشهر شهور'],
];

/** By unit, folded: how many of them make a year. */
export const unitsAYear: ReadonlyMap<string, number> = new Map(
  units.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)),
);

/** Numbers that are written as words. */
const numbers: Readonly<Record<string, string>> = {
  un: '1', une: '1', one: '1', uno: '1', una: '1', deux: '2', two: '2', dos: '2', trois: '3', three: '3', tres: '3',
  quatre: '4', four: '4', cuatro: '4', cinq: '5', five: '5', cinco: '5', ثلاث: '3', اربع: '4', خمس: '5',
  سنتان: '2 سنه', سنتين: '2 سنه', عامان: '2 سنه', عامين: '2 سنه', شهران: '2 شهر', شهرين: '2 شهر',
}; // prettier-ignore

/** Who says so has or asks for none, and not for an unknown length of it. */
export const saysNoExperience = (text: string): boolean => none.test(text);

const none =
  /^\s*(?:(?:sans|aucune|no|sin|without|بدون)\s+(?:expérience|experience|experiencia|خبرة)|débutante?|principiante|beginner)\s*$/iu;

/** A text with digits, decimal points and dashes as they are in English, whichever it has. */
export const plainNumbers = (text: string): string =>
  plainDigits(text)
    .replaceAll('٫', '.')
    .replace(/[\u2010-\u2015]/g, '-');

/** Numbers, folded words and marks of a text; numbers in words are numbers. */
export function tokensOfLength(text: string): string[] {
  const tokens =
    plainNumbers(text)
      .toLowerCase()
      .match(/\d+(?:[.,]\d+)?|[\p{L}\p{M}]+|[^\s\p{L}\p{M}]/gu) ?? [];
  return tokens.flatMap(plainWords);
}

/** `deux` is `2`, `سنتان` two tokens; a mark or a number stays. */
function plainWords(token: string): string[] {
  if (!/\p{L}/u.test(token)) return [token];
  const word = foldArabicYa(token);
  const known = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  return (known ?? word).split(' ');
}
