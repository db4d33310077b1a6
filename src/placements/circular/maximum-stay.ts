import { addDays, addMonths, daysBetween } from '../../platform/clock/calendar-days.ts';

/**
 * A stay from its first to its last day of presence, both included, as in Reg. (EU) 2016/399 Art.
 * 6(1a).
 */
export interface Stay {
  fromOn: string;
  toOn: string;
}

/** How long a person may stay within any `withinMonths`, wherever that period begins. */
export interface StayLimit {
  withinMonths: number;
  /**
   * The limit for presence without a gap, in calendar months: nine months from 1 March end on 30
   * November.
   */
  months: number;
  /** The limit in days for presence in several parts, where months cannot be added up. */
  days: number;
}

/** A stay already agreed, with the limit of its own rule. */
export interface LaterStay extends Stay {
  limit: StayLimit;
}

/** How far ahead a last day is looked for. */
const HORIZON_MONTHS = 60;

/**
 * Returns the last day until which a person may stay from `startOn` on, or null if not even that
 * day is lawful. It takes all their other stays into account, and keeps those agreed for later
 * lawful. The window slides: it is counted back from each day, never by calendar year. Dates are
 * `yyyy-mm-dd`. Pure.
 * @param later the stays among `stays` that are agreed for later
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

/**
 * Returns the last day of an agreed stay that its rule allows, or an empty string if it allows
 * none.
 */
function lastDayOf({ fromOn, toOn, limit }: LaterStay, stays: readonly Stay[]): string {
  return earlier(toOn, lastDayAfter(stays, fromOn, limit) ?? '');
}

/** Returns the last lawful day given the stays in `history` that begin before `startOn`. */
function lastDayAfter(history: readonly Stay[], startOn: string, limit: StayLimit): string | null {
  const earlierStays = history.filter(({ fromOn }) => fromOn < startOn).map(endingBefore(startOn));
  const firstUnlawful = addMonths(beginningOfRun(earlierStays, startOn), limit.months);
  const horizon = [firstUnlawful, addMonths(startOn, HORIZON_MONTHS)].toSorted()[0] ?? startOn;
  let last: string | null = null;
  // Presence grows by at most one day a day, so all days left can be skipped without checking each.
  for (let on = startOn; on < horizon; on = addDays(last, 1)) {
    const stays = [...earlierStays, { fromOn: startOn, toOn: on }];
    const left = limit.days - daysPresent(stays, on, limit.withinMonths);
    if (left < 0) return last;
    last = earlier(addDays(on, left), addDays(horizon, -1));
  }
  return last;
}

/** Counts the days of presence in the months that end on `on`. */
function daysPresent(stays: readonly Stay[], on: string, withinMonths: number): number {
  const windowFrom = addDays(addMonths(on, -withinMonths), 1);
  return stays
    .map(({ fromOn, toOn }) => daysBetween(later(fromOn, windowFrom), toOn) + 1)
    .reduce((sum, days) => sum + Math.max(0, days), 0);
}

/** Returns the first day of the presence that continues without a gap until `startOn`. */
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
