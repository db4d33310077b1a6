const MILLISECONDS_A_DAY = 86_400_000;

/** The calendar date `days` after `on`; both `yyyy-mm-dd`. */
export function addDays(on: string, days: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day `years` later; 29 February becomes 1 March in a common year. */
export function addYears(on: string, years: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString().slice(0, 10);
}

/**
 * The same day `months` later, or earlier; the last day of a month that is too short for it
 * (Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c): a period in months ends with the last day of the
 * last month where that has no such day).
 */
export function addMonths(on: string, months: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months + 1, 0);
  date.setUTCDate(Math.min(day, date.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/** From `from` to `to`, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

/** Whole days since 1 January 1970: no clock change and no zone can touch them. */
export function dayOf(on: string): number {
  return Date.parse(`${on}T00:00:00Z`) / MILLISECONDS_A_DAY;
}

/** The calendar date of a day as `dayOf` counts them. */
export function dateOf(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}
