import { addDays } from '../../clock/calendar-days.ts';

/** Built-in formats of dates ([ECMA-376] part 1, 18.8.30): days, with or without a time. */
const known = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** The most characters of a format that Excel accepts ([MS-XLS] 2.4.126). */
const LONGEST = 255;

/** Parts of a format shown literally, or giving a colour, currency, condition or duration. */
const literal = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** Matches a day, a year, or a month in letters. */
const tellsDay = /^(?:d{1,4}|y{1,4}|m{3,5})$/;
/** Matches a day and a year in other languages, beside a month: `jj/mm/aaaa`, `TT.MM.JJJJ`. */
const tellsDayAbroad = /^(?:j{1,4}|a{2,4}|tt?|gg?)$/;

/**
 * Returns whether a number in this format is shown as a day. `code` is that of a format without a
 * number of its own.
 */
export function isDateFormat(number: number, code: string | undefined): boolean {
  if (code === undefined) return known.has(number);
  if (code.length > LONGEST) return false;
  const [shown = ''] = code.replace(literal, ' ').split(';');
  const words = shown.toLowerCase().split(/[^\p{L}]+/u);
  const ofMonth = words.some((word) => /^m{1,2}$/.test(word));
  return words.some((word) => tellsDay.test(word) || (ofMonth && tellsDayAbroad.test(word)));
}

/** The serial number of 31 December 9999. */
const LAST = 2_958_465;

/**
 * Returns the day `yyyy-mm-dd` of a number of days as spreadsheets count them. They count from
 * 1900, with a 29 February in that year that never was, or from 1904 ([ECMA-376] part 1,
 * 18.17.4.1). Null if it is no such day.
 */
export function serialDay(serial: number, from1904: boolean): string | null {
  if (from1904) return dayAfter('1904-01-01', serial);
  return dayAfter(serial < 60 ? '1899-12-31' : '1899-12-30', serial);
}

/**
 * Returns the day of a number of days as OpenDocument counts them, from 30 December 1899 (1.3, part
 * 4, 4.3.2): until February 1900 a day less than `serialDay`. Null if it is no such day.
 */
export const openDocumentDay = (serial: number): string | null => dayAfter('1899-12-30', serial);

const dayAfter = (first: string, serial: number): string | null =>
  serial >= 1 && serial <= LAST ? addDays(first, Math.floor(serial)) : null;
