const MILLISECONDS_A_DAY = 86_400_000;

/** Returns the date `days` after `on` (before it if negative). Both dates are `yyyy-mm-dd`. */
export function addDays(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Returns the same day `years` later. 29 February becomes 1 March in a common year. */
export function addYears(on: string, years: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
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
  return date.toISOString().slice(0, 10);
}

/** Returns the number of days from `from` to `to`. It is negative if `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Returns the whole days since 1 January 1970. Time zones and clock changes do not affect them. */
export function dayOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** Returns the calendar date, `yyyy-mm-dd`, of a day counted as `dayOf` does. */
export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
