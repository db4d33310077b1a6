import { utcDate } from './utc-date.ts';

/** The milliseconds of a day without a clock change, as all days are in UTC. */
export const DAY_MS = 86_400_000;

/** Returns the date `days` after `on` (before it if negative). Both dates are `yyyy-mm-dd`. */
export function addDays(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return utcDate(date);
}

/** Returns the same day `years` later. 29 February becomes 1 March in a common year. */
export function addYears(on: string, years: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return utcDate(date);
}

/**
 * Returns the same day `months` later (earlier if negative), `yyyy-mm-dd`. If that month is too
 * short, returns its last day. Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c): a period in months
 * ends with the last day of the last month if that month has no such day.
 */
export function addMonths(on: string, months: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  return utcDate(date);
}

/** Returns the last day, `yyyy-mm-dd`, of the month in which a day lies. */
export function lastDayOfMonth(on: string): string {
  return addDays(addMonths(`${on.slice(0, 7)}-01`, 1), -1);
}

/** Returns the number of days from `from` to `to`. It is negative if `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Returns the whole days since 1 January 1970. Time zones and clock changes do not affect them. */
export function dayOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / DAY_MS;
}

/** Returns the calendar date, `yyyy-mm-dd`, of a day counted as `dayOf` does. */
export function dateOf(day: number): string {
  return utcDate(new Date(day * DAY_MS));
}

/**
 * Returns the calendar date, `yyyy-mm-dd`, of its numbers; null if there is no such day, or not in
 * the years 1 to 9999. `month` counts from 1.
 */
export function dateOfParts(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const written = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  const exists = [year, month, day].every((part, at) => part === written[at]);
  return exists && year >= 1 && year <= 9999 ? utcDate(date) : null;
}
