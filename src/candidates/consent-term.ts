import { addMonths } from '../platform/clock/calendar-days.ts';
import { cacheByText } from '../platform/memory/cache-by-text.ts';

/** The months for which a consent holds (docs/matching.md). It is asked for again every year. */
const MONTHS = 12;

/**
 * Returns the first day (`yyyy-mm-dd`) on which a consent given on `givenOn` (`yyyy-mm-dd`) no
 * longer holds. If that month has no such day, it is the last day of the month. A file has as many
 * consents as candidates, but they were given on few days.
 */
export const consentEnd = cacheByText((givenOn: string) => addMonths(givenOn, MONTHS));

/** A consent with its term, as `yyyy-mm-dd`, and whether it was withdrawn. */
type GivenTerm = { givenOn: string; expiresOn: string } & (
  { withdrawnAt: unknown } | { withdrawn: boolean }
);

/** Returns whether a consent is live on the day `on`, `yyyy-mm-dd`. */
export function isLive(consent: GivenTerm, on: string): boolean {
  const isWithdrawn = 'withdrawn' in consent ? consent.withdrawn : consent.withdrawnAt !== null;
  return !isWithdrawn && consent.givenOn <= on && on < consent.expiresOn;
}
