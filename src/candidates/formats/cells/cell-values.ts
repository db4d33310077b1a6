import { dateOfParts } from '../../../platform/clock/calendar-days.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import { plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { normaliseCountry } from '../../../reference/countries/countries.ts';
import { countryOfPeople } from '../../../reference/countries/demonyms.ts';
import { namesWithin } from '../headers/header-words.ts';
import { isNotHeld, withWhatUndoes } from './not-held.ts';

/**
 * Returns whether a cell, or one of its values, only says that there is none. An unticked box of a
 * spreadsheet says `FALSE`.
 */
export const saysNo = (value: string): boolean =>
  /^(no|non|n|false|faux|falso|falsch|خطأ|لا)$/i.test(value);

/** Returns whether a cell says yes and no more, as a ticked box of a spreadsheet does (`TRUE`). */
export const saysYes = (value: string): boolean =>
  /^(1|x|yes|true|oui|vrai|si|sí|verdadero|wahr|صحيح|نعم)$/i.test(value);

/**
 * Matches a run of blanks within a line. Long runs are shortened before patterns look for words
 * between them, as these would go through a run many times.
 */
export const blanks = /[^\S\r\n]+/g;

/**
 * Splits a cell into its values at `;` `|` `/`, a comma or a line break, and at their Arabic forms.
 */
export function splitCell(cell: string): string[] {
  if (cell === '') return [];
  return cell
    .split(/[;|/،؛,\r\n]/)
    .map((value) => value.trim())
    .filter(Boolean);
}

/**
 * Splits a cell of skills or qualifications, which may hold commas and slashes themselves. The
 * semicolon of `&amp;`, as web forms write it, ends no value.
 */
export function splitList(text: string): string[] {
  if (text === '') return [];
  return text
    .split(/(?<!&(?:[a-z]{2,6}|#\d{1,5}));|[|؛\r\n]/i)
    .map((value) => value.trim())
    .filter(Boolean);
}

/**
 * Returns the digits of a number that a spreadsheet has shortened to `6,12345678E+08`; null if some
 * digits were rounded away. Returns any other text unchanged.
 */
export function unrounded(text: string): string | null {
  const [, whole, decimals = '', exponent] = /^(\d)(?:[.,](\d+))?E\+?(\d{1,2})$/i.exec(text) ?? [];
  if (whole === undefined) return text;
  const zeros = Number(exponent) - decimals.length;
  return zeros > 0 ? null : whole + decimals.slice(0, Number(exponent));
}

const forms: readonly [RegExp, (parts: readonly number[]) => readonly (number | undefined)[]][] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})$/, ([year, month, day]) => [year, month, day]],
  // Day first, as everywhere these files come from.
  [/^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/, ([day, month, year]) => [year, month, day]],
];

/** Matches a time behind the date, which databases and Excel add unasked. */
const timeBehind = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}| ?[ap]\.? ?m\.?)?$/i;
/** Matches the zone that a date of XML Schema may have (part 2, 3.3.9); its day stands. */
const zoneBehind = /(?<=^\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Returns the date `yyyy-mm-dd` of an ISO or day-first date; null for anything else, for a day that
 * does not exist, and for years up to 1900.
 */
export const readCalendarDate = cacheByText((text: string): string | null => {
  const date = plainDigits(text.trim()).replace(timeBehind, '').replace(zoneBehind, '');
  for (const [form, order] of forms) {
    const found = form.exec(date);
    if (!found) continue;
    const [year = 0, month = 0, day = 0] = order(found.slice(1).map(Number));
    return year > 1900 ? dateOfParts(year, month, day) : null;
  }
  return null;
});

/**
 * Returns the number of months since year 0 for `yyyy`, `yyyy-mm` or a whole date; null for
 * anything else.
 */
export function monthOf(text: string | null): number | null {
  const [, year, month = '01'] = /^(\d{4})(?:-(\d{2}))?/.exec(text ?? '') ?? [];
  return year === undefined ? null : Number(year) * 12 + Number(month);
}

/**
 * Matches what separates two countries in words. A dash with blanks separates; the dash of
 * `Guinea-Bissau` does not.
 */
const betweenCountries = /\s+(?:et|y|e|and|[-–])\s+|\s*[+&]\s*|\s+و\s*/iu;

/**
 * Also separates at "or". A candidate who wants Spain or Italy names both; one who is Moroccan or
 * French is not known to be either.
 */
const betweenWishes = new RegExp(`${betweenCountries.source}|\\s+(?:ou|o|or|أو|او)\\s+`, 'iu');

/**
 * Returns the country codes of the names, codes or peoples in a cell (`Maroc (MA)`, `Marocaine`,
 * `Espagne et Italie`), each once. Drops a value that is not a country.
 */
export function readCountries(cell: string, path: string, findings: Findings): string[] {
  const values = splitCell(cell.replace(blanks, ' ').replace(eitherGender, ofOneGender));
  const codes = withWhatUndoes(withRestOfName(values)).flatMap((value) => {
    const named = normaliseCountry(value);
    if (named !== null) return named;
    if (isNotHeld(value, path, findings)) return [];
    const between = path === 'desired_countries' ? betweenWishes : betweenCountries;
    for (const each of [[value], value.split(between)]) {
      const known = each.map(readCountry).filter((code) => code !== null);
      if (known.length < each.length) continue;
      if (known.some((code, at) => namesAnother(each[at] ?? '', code)))
        findings.drop('country-in-brackets', { path, value }, insteadOfBrackets);
      return known;
    }
    findings.drop(
      'country-unknown',
      { path, value },
      'This country is not recognised. Write its name or its ISO code, such as Morocco or MA.',
    );
    return [];
  });
  return [...new Set(codes)];
}

/**
 * Joins the parts of a name that lists of countries turn round: `Congo, Dem. Rep.` and
 * `Moldova, Republic of` are one country each.
 */
function withRestOfName(values: readonly string[]): string[] {
  const together: string[] = [];
  for (const value of values) {
    const before = together.at(-1);
    const whole = before === undefined || countryCodeOrPeople(value) ? null : `${before}, ${value}`;
    if (whole !== null && normaliseCountry(whole) !== null) together[together.length - 1] = whole;
    else together.push(value);
  }
  return together;
}

const countryCodeOrPeople = (value: string): boolean =>
  normaliseCountry(value) !== null || countryOfPeople(value) !== null;

const insteadOfBrackets =
  'Only the country before the brackets is read. Separate countries with a semicolon, such as MA;FR.';

/**
 * Matches `Malien(ne)` and `TUNISIEN/NE`, whose ending alone would be another country. `Kenya/NE`
 * and `Malien/NE` are two countries.
 */
const eitherGender =
  /(?<![\p{L}-])(\p{L}[\p{L}-]{4,40})(?: ?\((?:e|ne|ienne|a)s?\)|[/·.-](?:e|ne|ienne|a)s?(?!\p{L}))/giu;

function ofOneGender(both: string, people: string): string {
  const ending = both.slice(people.length);
  const isCode = ending === ending.toUpperCase() && people !== people.toUpperCase();
  return isCode || countryOfPeople(people) === null ? both : people;
}

/**
 * Matches the form of state in `Royaume du Maroc`, `República del Perú`, `المملكة المغربية`; the
 * rest names the country.
 */
const kindOfState =
  /^(?:(?:royaume|r[ée]publique|kingdom|republic|reino|rep[úu]blica)\s+(?:(?:du|de la|de|del|of the|of)\s+|de l['’]|d['’])|(?:المملكة|الجمهورية|جمهورية)\s+)/iu;

const longestName = 200;

/** Matches the short form in `Rép. Dém. du Congo`, `Rep. Dominicana`. */
const inShort = /^r[ée]p\.?\s+(d[ée]m\.?\s+)?/iu;

function readCountry(text: string): string | null {
  if (text.length > longestName) return null;
  const [first = null, ...others] = namesWithin(text).map(countryNamed);
  if (first !== null && others.every((code) => code === first)) return first;
  const [short, democratic] = inShort.exec(text) ?? [];
  if (short === undefined) return countryNamed(text);
  const rest = `${democratic ? 'démocratique ' : ''}${text.slice(short.length)}`;
  return countryNamed(`République ${rest}`) ?? countryNamed(`República ${rest}`);
}

/**
 * Matches brackets that are part of the name: `Corée (du Sud)` is one country, `Irlande (Nord)` is
 * not Ireland, and `Congo (Rép. démocr.)` not the Republic of the Congo.
 */
const restOfName =
  /\(\s*((?:(?:du|del|of the|do)\s+)?(?:nord|sud|norte|sur|sul|north|south|northern|southern|جنوب|شمال)|(?<=congo\s*\(\s*)[^()]*(?<!\p{L})d[ée]m[^()]*)\s*\)/iu;

/**
 * Returns the country before the brackets for `Kosovo (Serbia)`. Returns null for two peoples, as
 * in `Marocain (Français)`: neither is certain.
 */
function countryNamed(text: string): string | null {
  const whole = normaliseCountry(text) ?? countryOfPeople(text);
  if (whole !== null) return whole;
  if (restOfName.test(text)) return named(text.replace(restOfName, '$1'));
  const before = text.replace(/\(.*\)/, '').trim();
  const [people, other] = [before, inBrackets(text)].map(countryOfPeople);
  return people && other && people !== other ? null : named(before);
}

/**
 * Returns whether the brackets name another country, as in `Marocaine (aussi française)` and
 * `Taiwan (China)`.
 */
function namesAnother(text: string, code: string): boolean {
  const within = inBrackets(text);
  const words = within.match(/\p{L}{4,}/gu) ?? [];
  return [within, ...words].some((word) => ![null, code].includes(named(word)));
}

const inBrackets = (text: string): string => /\((.*)\)/.exec(text)?.[1] ?? '';

function named(text: string): string | null {
  const bare = text.replace(kindOfState, '');
  return normaliseCountry(text) ?? normaliseCountry(bare) ?? countryOfPeople(bare);
}
