import { addDays, daysBetween } from '../../../platform/clock/calendar-days.ts';

interface Period {
  opensOn: string;
  closesOn: string;
  batches: number;
}

/**
 * Returns the last day of a batch (numbered from 1), with the period split into parts as even as
 * whole days allow. Pure.
 */
export function lastDayOf({ opensOn, closesOn, batches }: Period, batch: number): string {
  const days = daysBetween(opensOn, closesOn) + 1;
  return addDays(opensOn, Math.ceil((days * batch) / batches) - 1);
}

/**
 * Returns how many of the free seats a batch may grant: its even share of them among itself and the
 * batches still to come. Seats that come back are thus shared out too. Pure.
 */
export function grantOf(
  free: number,
  { batches, batch }: { batches: number; batch: number },
): number {
  return Math.floor(Math.max(0, free) / (batches - batch + 1));
}
