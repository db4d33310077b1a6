import { addDays } from '../../matching/calendar-days.ts';

export { addDays };

const DAY_MS = 86_400_000;

/** The same day of the month `months` later, or the last of a shorter month. */
export function addMonths(on: string, months: number): string {
  const date = new Date(`${on}T00:00:00Z`);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const longest = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0));
  date.setUTCDate(Math.min(day, longest.getUTCDate()));
  return date.toISOString().slice(0, 10);
}

/** From `from` to `to`, negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}
