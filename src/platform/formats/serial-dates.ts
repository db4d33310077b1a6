/** Formats of dates that have numbers of their own ([ECMA-376] part 1, 18.8.30): days, and days with a time. */
const known = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** What of a format is shown as it stands, or is a colour, a currency, a condition. */
const literal = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** `dd/mm/yyyy`, `mmm-yy`; and as some programs write it in the words of their users. */
const days = /[dy]|\b(?:jj?|tt?|gg?)[/.\- ]m|\bm[^hs]*$/i;

/** Whether a number under this format is shown as a day; `code`: of a format that has no number of its own. */
export function isDateFormat(number: number, code: string | undefined): boolean {
  if (code === undefined) return known.has(number);
  const [shown = ''] = code.replace(literal, '').split(';');
  return (
    !/general|standard/i.test(shown) &&
    !/[0#?]/.test(shown.replace(/s\.0+/i, '')) &&
    days.test(shown)
  );
}

const DAY = 86_400_000;
/** 31 December 9999. */
const LAST = 2_958_465;

/**
 * The day `yyyy-mm-dd` of a number of days, as spreadsheets count them: from 1900, with a 29 February in
 * that year that never was, or from 1904 ([ECMA-376] part 1, 18.17.4.1). null for what is no such day.
 */
export function serialDay(serial: number, from1904: boolean): string | null {
  if (!(serial >= 1 && serial <= LAST)) return null;
  const whole = Math.floor(serial);
  const first = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(first + whole * DAY).toISOString().slice(0, 10);
}
