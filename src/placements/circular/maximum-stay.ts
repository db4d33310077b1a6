import { addDays, addMonths, daysBetween } from '../../matching/calendar-days.ts';

/** A stay, first and last day of presence, both counted (Reg. (EU) 2016/399 Art. 6(1a) does the same). */
export interface Stay {
  fromOn: string;
  toOn: string;
}

/** How long somebody may stay within any `withinMonths`, wherever these begin. */
export interface StayLimit {
  withinMonths: number;
  /** By the calendar, for presence without a gap: nine months from 1 March end with 30 November. */
  months: number;
  /** For presence in several parts, where months cannot be laid end to end. */
  days: number;
}

/** One that is agreed already, with the limit of its own rule. */
export interface LaterStay extends Stay {
  limit: StayLimit;
}

/** Beyond this nobody asks. */
const HORIZON_MONTHS = 60;

/**
 * The last day until which somebody may stay who is there from `startOn` on, given all their other
 * stays, so that those which are agreed for later stay lawful too; null when not even that day is.
 * The window slides: it is counted back from every day, never by calendar year. Pure.
 */
export function lastLawfulDay(
  stays: readonly Stay[],
  startOn: string,
  limit: StayLimit,
  later: readonly LaterStay[] = [],
): string | null {
  let last = lastDayAfter(stays, startOn, limit);
  const bars = later.map((stay) => ({ stay, until: lastDayOf(stay, stays) }));
  const isLawful = (on: string): boolean =>
    bars.every(
      ({ stay, until }) => lastDayOf(stay, [...stays, { fromOn: startOn, toOn: on }]) >= until,
    );
  while (last !== null && !isLawful(last)) last = last > startOn ? addDays(last, -1) : null;
  return last;
}

/** Of a stay that is agreed, the last day that its rule allows; empty where it allows none. */
function lastDayOf({ fromOn, toOn, limit }: LaterStay, stays: readonly Stay[]): string {
  return earlier(toOn, lastDayAfter(stays, fromOn, limit) ?? '');
}

/** Given the earlier ones of some stays. */
function lastDayAfter(history: readonly Stay[], startOn: string, limit: StayLimit): string | null {
  const earlierStays = history.filter(({ fromOn }) => fromOn < startOn).map(endingBefore(startOn));
  const firstUnlawful = addMonths(beginningOfRun(earlierStays, startOn), limit.months);
  const horizon = [firstUnlawful, addMonths(startOn, HORIZON_MONTHS)].toSorted()[0] ?? startOn;
  let last: string | null = null;
  // Presence grows by at most a day a day: what is left on one day is safe to use without a look.
  for (let on = startOn; on < horizon; on = addDays(last, 1)) {
    const stays = [...earlierStays, { fromOn: startOn, toOn: on }];
    const left = limit.days - daysPresent(stays, on, limit.withinMonths);
    if (left < 0) return last;
    last = earlier(addDays(on, left), addDays(horizon, -1));
  }
  return last;
}

/** In the months that end with `on`. */
function daysPresent(stays: readonly Stay[], on: string, withinMonths: number): number {
  const windowFrom = addDays(addMonths(on, -withinMonths), 1);
  return stays
    .map(({ fromOn, toOn }) => daysBetween(later(fromOn, windowFrom), toOn) + 1)
    .reduce((sum, days) => sum + Math.max(0, days), 0);
}

/** The first day of the presence that goes on without a gap until `startOn`. */
function beginningOfRun(stays: readonly Stay[], startOn: string): string {
  const latestFirst = stays.toSorted((a, b) => (a.fromOn < b.fromOn ? 1 : -1));
  return latestFirst.reduce(
    (from, { fromOn, toOn }) => (addDays(toOn, 1) >= from ? earlier(fromOn, from) : from),
    startOn,
  );
}

const endingBefore =
  (on: string) =>
  ({ fromOn, toOn }: Stay): Stay => ({ fromOn, toOn: toOn < on ? toOn : addDays(on, -1) });

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function earlier(a: string, b: string): string {
  return a < b ? a : b;
}
