/** A day as `dayOf` counts it. */
type Day = number;

/** The days from `from` up to, but not including, `to`. `to` is Infinity if there is no end. */
export interface DayInterval {
  from: Day;
  to: Day;
}

/** Returns the days that lie in any interval: sorted, and at least a day apart from each other. */
export function union(intervals: readonly DayInterval[]): DayInterval[] {
  const merged: DayInterval[] = [];
  for (const { from, to } of intervals.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** Returns the days that lie in both lists. Each list is a union. */
export function intersection(
  some: readonly DayInterval[],
  others: readonly DayInterval[],
): DayInterval[] {
  return some.flatMap((one) => clip(others, one));
}

/** Returns the days of a union that lie within `window`. */
export function clip(intervals: readonly DayInterval[], window: DayInterval): DayInterval[] {
  const within: DayInterval[] = [];
  for (const interval of intervals) {
    const from = Math.max(interval.from, window.from);
    const to = Math.min(interval.to, window.to);
    if (from < to) within.push({ from, to });
  }
  return within;
}

/** Returns the gaps between the intervals of a union. */
export function gaps(intervals: readonly DayInterval[]): DayInterval[] {
  return intervals
    .slice(1)
    .map(({ from: to }, index) => ({ from: intervals[index]?.to ?? to, to }));
}

export function length({ from, to }: DayInterval): number {
  return to - from;
}

/** Returns the number of days in a union. */
export function totalDays(intervals: readonly DayInterval[]): number {
  return intervals.reduce((days, interval) => days + length(interval), 0);
}
