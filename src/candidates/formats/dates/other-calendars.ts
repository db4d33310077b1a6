import { dateOf, dayOf } from '../../../platform/clock/calendar-days.ts';
import { plainDigits } from '../../../reference/fold-words.ts';

/**
 * A Hijri calendar as Intl names it, with what is needed to estimate the Gregorian day of a date.
 */
interface Calendar {
  name: string;
  formatted: Intl.DateTimeFormat;
  /** The Gregorian first day of its year 1, `yyyy-mm-dd`. */
  firstDay: string;
  daysAYear: number;
}

const calendar = (name: string, intl: string, firstDay: string, daysAYear: number): Calendar => ({
  name,
  firstDay,
  daysAYear,
  formatted: new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  }),
});

const lunar = calendar('Umm al-Qura', 'islamic-umalqura', '0622-07-19', 354.367);
const solar = calendar('Solar Hijri', 'persian', '0622-03-22', 365.2422);

/**
 * The year from which a date can only be lunar: the solar years have hardly begun, and no one of
 * working age was born in them.
 */
const onlyLunarFrom = 1400;

const yearOfHijra = /(?<!\d)1[34]\d\d(?!\d)/;

/**
 * Returns whether a text that is no Gregorian date has a Hijri year, in which dates of birth and of
 * consent are written too.
 */
export const isOfHijra = (text: string): boolean => yearOfHijra.test(plainDigits(text));

/**
 * Returns the Gregorian day of a Hijri date, such as `1989-12-10 (Umm al-Qura)`, as a suggestion.
 * The new moon is seen on different days in different countries, and a year before 1400 may be
 * solar; then both days are returned. Null for anything but such a date in numbers.
 */
export function gregorianOf(text: string): string | null {
  const numbers = plainDigits(text).match(/\d+/g)?.map(Number) ?? [];
  const [year, month, day] = (numbers[0] ?? 0) > 31 ? numbers : numbers.toReversed();
  if (numbers.length !== 3 || !year || !month || !day || !isOfHijra(String(year))) return null;
  const calendars = year < onlyLunarFrom ? [lunar, solar] : [lunar];
  const found = calendars.flatMap((of) => {
    const on = dayIn(of, [year, month, day]);
    return on === null ? [] : [`${on} (${of.name})`];
  });
  return found.join(' / ') || null;
}

/**
 * Returns the day `yyyy-mm-dd` of a date, or null if there is none. Intl converts only into a
 * calendar, so the day is searched for around an estimate.
 */
function dayIn(
  { formatted, firstDay, daysAYear }: Calendar,
  [year, month, day]: readonly [number, number, number],
): string | null {
  const days = (year - 1) * daysAYear + ((month - 1) * daysAYear) / 12 + day - 1;
  const about = dayOf(firstDay) + Math.round(days);
  for (let away = -6; away <= 6; away += 1) {
    const on = dateOf(about + away);
    if (formatted.format(Date.parse(on)).startsWith(`${month}/${day}/${year}`)) return on;
  }
  return null;
}
