import type { Findings } from '../../vacancies/formats/findings.ts';
import { foldArabicYa } from '../../reference/fold-words.ts';
import { plainDigits } from './cell-values.ts';
import { remembered } from './remembered.ts';

const longest = 60;

/** Units as they are written, folded, with how many of them make a year. */
const units: readonly (readonly [perYear: number, words: string])[] = [
  [1, 'an ans annee annees a yr yrs year years ano anos سنه سنوات سنين عام اعوام'],
  [12, 'm mois mes meses month months شهر شهرا اشهر شهور'],
];
const perYear = new Map(
  units.flatMap(([count, words]) => words.split(' ').map((word) => [word, count] as const)),
);

/** Numbers that are written as words, most of all one and two. */
const numbers: Readonly<Record<string, string>> = {
  un: '1', une: '1', one: '1', uno: '1', una: '1', deux: '2', two: '2', dos: '2', trois: '3', three: '3', tres: '3',
  quatre: '4', four: '4', cuatro: '4', cinq: '5', five: '5', cinco: '5', سنتان: '2 سنه', سنتين: '2 سنه', عامان: '2 سنه', عامين: '2 سنه', شهران: '2 شهر', شهرين: '2 شهر',
}; // prettier-ignore

/** Words that change nothing, or say that it is at least so much. */
const idle = new Set(
  "+ > ~ ≥ ( ) . ' ’ et y and e و plus de mas more than over environ about d experience experiencia of خبره من اكثر".split(' '),
); // prettier-ignore

/**
 * Years of work in a cell: `5`, `4,5`, `5 ans et 6 mois`, `18 meses`, `٣ سنوات`, the lower of `5 à 7 ans`, the
 * difference of `2015-2019`; of `+5` and `plus de 5 ans` the five. Null and a finding for anything else: what
 * is not understood whole is not taken for years.
 */
export const readWorkedYears = remembered((cell: string, findings: Findings): number | null => {
  if (cell === '') return null;
  const text = plainDigits(cell)
    .replaceAll('٫', '.')
    .replace(/au moins|al menos|at least|على الأقل/iu, ' ')
    .replace(/[\u2010-\u2015]/g, '-');
  const years = none.test(text) ? 0 : (ofCalendarYears(text) ?? ofAmounts(lowerOfTwo(text)));
  if (years !== null && years <= longest) return Math.round(years * 100) / 100;
  const at = { path: 'occupation_years', value: cell };
  findings.drop(
    'number-unreadable',
    at,
    `Expected years from 0 to ${longest}, such as 4.5 or 6 months.`,
  );
  return null;
});

/** Who says so has none, and not an unknown number of them. */
const none =
  /^\s*(?:(?:sans|aucune|no|sin|without|بدون)\s+(?:expérience|experience|experiencia|خبرة)|débutante?|principiante|beginner)\s*$/iu;

/** `2015-2019`, `de 2015 à 2019`, `01/2015 - 06/2019`. */
const span =
  /^\s*(?:(?:de|du|from|desde|من)\s+)?(?:(\d{1,2})[/.])?((?:19|20)\d\d)\s*(?:-|\/|à|au|a|to|hasta|الى|إلى)\s*(?:(\d{1,2})[/.])?((?:19|20)\d\d)\s*$/iu;

function ofCalendarYears(text: string): number | null {
  const [, fromMonth, from, toMonth, to] = span.exec(text) ?? [];
  if (from === undefined || (fromMonth === undefined) !== (toMonth === undefined)) return null;
  const years = Number(to) - Number(from) + (Number(toMonth ?? 0) - Number(fromMonth ?? 0)) / 12;
  return years < 0 ? null : years;
}

/** `5-7 ans` is `5 ans`. */
const lowerOfTwo = (text: string): string =>
  text.replace(
    /^\s*(\d+(?:[.,]\d+)?)\s*(?:-|à|a|to|الى)\s*\d+(?:[.,]\d+)?(?=\s*[^\d\s/.,-]|\s*$)/i,
    '$1',
  );

/** Every word and number must be understood, or nothing is. */
function ofAmounts(text: string): number | null {
  const tokens = text.toLowerCase().match(/\d+(?:[.,]\d+)?|[\p{L}\p{M}]+|[^\s\p{L}\p{M}]/gu) ?? [];
  let total: number | null = null;
  let amount: number | null = null;
  for (const token of tokens.flatMap(plainWords)) {
    const count = perYear.get(token);
    if (/^\d/.test(token)) {
      if (amount !== null) return null;
      amount = Number(token.replace(',', '.'));
    } else if (count !== undefined) {
      if (amount === null) return null;
      total = (total ?? 0) + amount / count;
      amount = null;
    } else if (!idle.has(token)) return null;
  }
  return total === null || amount === null ? (total ?? amount) : null;
}

/** `deux` is `2`, `سنتان` two tokens; a mark or a number stays. */
function plainWords(token: string): string[] {
  if (!/\p{L}/u.test(token)) return [token];
  const word = foldArabicYa(token);
  const known = Object.hasOwn(numbers, word) ? numbers[word] : undefined;
  return (known ?? word).split(' ');
}
