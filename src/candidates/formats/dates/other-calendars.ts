import { plainDigits } from '../../../reference/fold-words.ts';

/** A calendar of the Hijra as Intl names it, and the way from its dates to about the same day of ours. */
interface Calendar {
  name: string;
  formatted: Intl.DateTimeFormat;
  /** The first day of its year 1, in milliseconds of ours. */
  firstDay: number;
  daysAYear: number;
}

const calendar = (name: string, intl: string, firstDay: number, daysAYear: number): Calendar => ({
  ...{ name, firstDay, daysAYear },
  formatted: new Intl.DateTimeFormat(`en-u-ca-${intl}-nu-latn`, {
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' },
  }),
});

const DAY_MS = 86_400_000;
const lunar = calendar('Umm al-Qura', 'islamic-umalqura', Date.UTC(622, 6, 19), 354.367);
const solar = calendar('Solar Hijri', 'persian', Date.UTC(622, 2, 22), 365.2422);

/** From here on the solar years have hardly begun, and nobody was born in them who works. */
const onlyLunarFrom = 1400;

const yearOfHijra = /(?<!\d)1[34]\d\d(?!\d)/;

/** Whether the year in what is no date of ours is one of the Hijra, in which dates of births and consents are written too. */
export const isOfHijra = (text: string): boolean => yearOfHijra.test(plainDigits(text));

/**
 * The day of ours that a date of the Hijra is, `1989-12-10 (Umm al-Qura)`, to be asked about: the new moon is seen on other days
 * in other countries, and a year before 1400 may be solar. Null for what is no such date in numbers.
 */
export function gregorianOf(text: string): string | null {
  const numbers = plainDigits(text).match(/\d+/g)?.map(Number) ?? [];
  const [year, month, day] = (numbers[0] ?? 0) > 31 ? numbers : numbers.toReversed();
  if (numbers.length !== 3 || !year || !month || !day || !isOfHijra(String(year))) return null;
  const calendars = year < onlyLunarFrom ? [lunar, solar] : [lunar];
  const found = calendars.flatMap((of) => {
    const on = dayOf(of, [year, month, day]);
    return on === null ? [] : [`${on} (${of.name})`];
  });
  return found.join(' / ') || null;
}

/** Intl converts to a calendar and not back: the day is looked for about where it must be. */
function dayOf(
  { formatted, firstDay, daysAYear }: Calendar,
  [year, month, day]: readonly [number, number, number],
): string | null {
  const days = (year - 1) * daysAYear + ((month - 1) * daysAYear) / 12 + day - 1;
  const about = firstDay + Math.round(days) * DAY_MS;
  for (let away = -6; away <= 6; away += 1) {
    const date = new Date(about + away * DAY_MS);
    if (formatted.format(date).startsWith(`${month}/${day}/${year}`))
      return date.toISOString().slice(0, 10);
  }
  return null;
}
