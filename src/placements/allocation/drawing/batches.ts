import { addDays, daysBetween } from '../../../matching/calendar-days.ts';

interface Period {
  opensOn: string;
  closesOn: string;
  batches: number;
}

/** The last day of a batch, from 1: the period in parts as even as days allow. Pure. */
export function lastDayOf({ opensOn, closesOn, batches }: Period, batch: number): string {
  const days = daysBetween(opensOn, closesOn) + 1;
  return addDays(opensOn, Math.ceil((days * batch) / batches) - 1);
}

/**
 * How many of the free seats a batch may grant: its even part of what is left for it and those to
 * come, so that seats which come back are shared out too. Pure.
 */
export function grantOf(
  free: number,
  { batches, batch }: { batches: number; batch: number },
): number {
  return Math.floor(Math.max(0, free) / (batches - batch + 1));
}
