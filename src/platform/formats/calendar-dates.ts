import { dateOfParts, lastDayOfMonth } from '../clock/calendar-days.ts';
import { utcDate } from '../clock/utc-date.ts';
import type { Findings } from './findings.ts';

/** Whether a date without day or month means its first or its last day. */
export type DateEdge = 'first-day' | 'last-day';

interface DateParts {
  year: number;
  month: number | null;
  day: number | null;
}

const unknown = new Set(['na', 'n/a', '-', 'unknown', 'null']);

function partsOfStandard(text: string): DateParts | null {
  const found =
    /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:Z|[+-]\d{2}:\d{2}|(?<=-\d{2}-\d{2})[T ]\d{2}:.*)?$/.exec(
      text,
    );
  if (found === null) return null;
  const [, year, month, day] = found;
  return { year: Number(year), month: month ? Number(month) : null, day: day ? Number(day) : null };
}

function partsOfDayFirst(text: string): DateParts | null {
  const found = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(text);
  return found === null
    ? null
    : { day: Number(found[1]), month: Number(found[3]), year: Number(found[4]) };
}

function calendarDate({ year, month, day }: DateParts, edge: DateEdge): string | null {
  if (year < 1900 || year > 2200) return null;
  const last = edge === 'last-day';
  const date = dateOfParts(year, month ?? (last ? 12 : 1), day ?? 1);
  return last && day === null && date !== null ? lastDayOfMonth(date) : date;
}

/**
 * Reads a calendar date as its writer meant it: the day as written, whatever time or zone follows.
 * The standard forms are `yyyy`, `yyyy-mm`, `yyyy-mm-dd` and full timestamps (EURES rule
 * BR-COM-05). A day-first date is converted, with a warning. Real documents contain `na` and free
 * text, so an unreadable date is left out and does not refuse the vacancy.
 * @returns `yyyy-mm-dd`, or null
 */
export function readDate(
  text: string | null,
  edge: DateEdge,
  path: string,
  findings: Findings,
): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed === '' || unknown.has(trimmed.toLowerCase())) return null;
  const standard = partsOfStandard(trimmed);
  const parts = standard ?? partsOfDayFirst(trimmed);
  const date = parts && calendarDate(parts, edge);
  const at = { path, value: trimmed };
  if (date === null)
    findings.drop(
      'date-unreadable',
      at,
      'This date cannot be read, so it is left out. Write it as 2026-11-24.',
    );
  else if (standard === null)
    findings.warn(
      'date-not-standard',
      at,
      `This date is read as ${date}, with the day first. Write it as 2026-11-24.`,
    );
  return date;
}

/** The clock of the EURES portal. */
const inBrussels = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * Returns the date of milliseconds since 1970, as the EURES portal writes them; null for anything
 * else. Midnight in Brussels means that day there, although in UTC it is still the evening before.
 */
export function dateOfMillis(millis: unknown): string | null {
  const possible =
    typeof millis === 'number' && millis > -2_208_988_800_000 && millis < 7_258_118_400_000;
  if (!possible) return null;
  const [day = '', time] = inBrussels.format(millis).split(' ');
  return time === '00:00:00' ? day : utcDate(new Date(millis));
}
