import type { Findings } from '../../../platform/formats/findings.ts';
import {
  plainNumbers,
  saysNoExperience,
  tokensOfLength,
  unitsAYear,
  withoutAtLeast,
} from '../../../reference/years-in-words.ts';
import { remembered } from './remembered.ts';

const longest = 60;

/** The longest cell in characters. A longer one is a story, not a title with its years. */
const mostLetters = 200;

/** Words that change nothing, or say "at least". */
const idle = new Set(
  "+ > ~ ≥ ( ) . ' ’ et y and & e و plus de mas more than over environ about d experience experiencia of خبره من اكثر".split(' '),
); // prettier-ignore

/**
 * Reads the years of work in a cell: `5`, `4,5`, `5 ans et 6 mois`, `18 meses`, `٣ سنوات`.
 * `5 à 7 ans` gives the lower number, `2015-2019` the difference, `+5` and `plus de 5 ans` five.
 * Returns null for an empty cell, and null with a finding for a cell that is not understood as a
 * whole.
 */
export const readWorkedYears = remembered((cell: string, findings: Findings): number | null => {
  if (cell === '') return null;
  const years = yearsIn(cell.replace(/\s+/g, ' '));
  if (years !== null) return years;
  const at = { path: 'occupation_years', value: cell };
  findings.drop(
    'number-unreadable',
    at,
    `These years cannot be read. Write 0 to ${longest} years, such as 4.5, or 6 months.`,
  );
  return null;
});

/**
 * Reads `6 (mois)`, `5 ans (2015-2020)` and `2015-2020 (5 ans)`: brackets may hold the unit, or the
 * same length again. Other words in brackets are ignored if the unit is before them; otherwise they
 * may be the unit, as in `30 (jours)`.
 */
function yearsIn(cell: string): number | null {
  if (cell.length > mostLetters) return null;
  const [, outside, inBrackets] = /^(.*\p{Nd}[^()]*)\(([^()]*)\)\s*$/u.exec(cell) ?? [];
  if (outside === undefined || inBrackets === undefined) return yearsOf(cell);
  const whole = /\p{Nd}/u.test(inBrackets) ? null : yearsOf(cell);
  if (whole !== null) return whole;
  const [years, beside] = [yearsOf(outside), yearsOf(inBrackets)];
  if (years === null) return yearsOf(cell);
  return years === beside || (beside === null && saysUnit(outside)) ? years : null;
}

const saysUnit = (text: string): boolean =>
  tokensOfLength(text).some((token) => unitsAYear.has(token)) || ofCalendarYears(text) !== null;

/** Adds the unit of a header to a length, unless the cell states its own: `más de 60`. */
export const withUnit = (cell: string, unit: 'months' | 'years'): string =>
  /\p{Nd}/u.test(cell) && !saysUnit(cell) ? `${cell} ${unit}` : cell;

/** Matches an ordinal: `3e année` is the year that a student is in. */
const ordinal = /\p{Nd}\s*\.?\s*[ᵉºª°](?!\p{L})|\p{Nd}\.?e(?!\p{L})/iu;

function yearsOf(cell: string): number | null {
  if (ordinal.test(cell)) return null;
  const text = withoutAtLeast(plainNumbers(cell)).replace(forSoLong, '').replace(andHalf, '$1.5$2');
  const years = saysNoExperience(text) ? 0 : (ofCalendarYears(text) ?? ofAmounts(lowerOfTwo(text)));
  return years !== null && years <= longest ? Math.round(years * 100) / 100 : null;
}

/** `2 ans et demi`, `3 años y medio`, `2 and a half years`. */
const andHalf =
  /(\d)(\s*\p{L}*)\s+(?:et\s+demie?|and\s+(?:a\s+)?half|y\s+medi[oa]|و\s*نصف)(?!\p{L})/iu;

/** `depuis 5 ans`, `desde hace 5 años`. Without a unit the number may be a calendar year. */
const forSoLong = /^\s*(?:depuis|since|for|desde hace|hace|منذ)\s+(?=\d+(?:[.,]\d+)?\s*\p{L})/iu;

/**
 * Matches a title followed by `(10 ans)`, `: 10 ans` or `(2015-2019)`. A single letter as the unit
 * may mean metres or amperes.
 */
const titleAndYears =
  /^(.*\p{L}.*?)(?:\s*\((?=[^()]*(?:\p{L}{2}|\d{4}))([^()]*\p{Nd}[^()]*)\)|\s*[:–-]\s+(\p{Nd}+\s*\p{L}{2,}))\s*$/u;

/**
 * Returns whether the text is an ordinal or a range: `6-10 ans` behind a title may be the ages of
 * pupils.
 */
function isOrdinalOrRange(text: string): boolean {
  const plain = withoutAtLeast(plainNumbers(text));
  if (ofCalendarYears(plain) !== null) return false;
  return ordinal.test(plain) || lowerOfTwo(plain) !== plain;
}

/**
 * Splits `Maçon (10 ans)` into the title and the years worked in it; null for a title without
 * years.
 */
export function yearsBehind(text: string): { title: string; years: number } | null {
  if (text.length > mostLetters || !/\p{Nd}/u.test(text)) return null;
  const [, title, inBrackets, behind] = titleAndYears.exec(text) ?? [];
  if (title === undefined) return null;
  const said = inBrackets ?? behind ?? '';
  const years = isOrdinalOrRange(said) ? null : yearsIn(said);
  return years === null ? null : { title, years };
}

/** `2015-2019`, `de 2015 à 2019`, `01/2015 - 06/2019`. */
const span =
  /^\s*(?:(?:de|du|from|desde|من)\s+)?(?:(\d{1,2})[/.])?((?:19|20)\d\d)\s*(?:-|\/|à|au|a|to|hasta|الى|إلى)\s*(?:(\d{1,2})[/.])?((?:19|20)\d\d)\s*$/iu;

function ofCalendarYears(text: string): number | null {
  const [, fromMonth, from, toMonth, to] = span.exec(text) ?? [];
  if (from === undefined || (fromMonth === undefined) !== (toMonth === undefined)) return null;
  const years = Number(to) - Number(from) + (Number(toMonth ?? 0) - Number(fromMonth ?? 0)) / 12;
  return years < 0 ? null : years;
}

/** `Entre 3 et 5 ans`, `de 3 à 5 ans`, as forms offer them. */
const betweenTwo =
  /^\s*(?:entre|between|de|from|من|بين)\s+(\d+(?:[.,]\d+)?)\s+(?:et|and|y|و|à|a|to|الى|إلى)\s+(\d+(?:[.,]\d+)?)(?=\s|$)/iu;

/**
 * Reduces `5-7 ans` to `5 ans`. A letter between two numbers keeps them apart: `3A 6M` is three
 * years and six months.
 */
const lowerOfTwo = (text: string): string =>
  text
    .replace(betweenTwo, '$1-$2')
    .replace(
      /^\s*(\d+(?:[.,]\d+)?)\s*(?:-|à|\s(?:a|to|الى)\s)\s*\d+(?:[.,]\d+)?(?=\s*[^\d\s/.,-]|\s*$)/i,
      '$1',
    );

/** Returns the sum of the amounts in years, or null unless every word and number is understood. */
function ofAmounts(text: string): number | null {
  let total: number | null = null;
  let amount: number | null = null;
  for (const token of tokensOfLength(text)) {
    const count = unitsAYear.get(token);
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
