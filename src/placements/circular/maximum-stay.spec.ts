import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figure } from '../../../test/support/suite/figure.ts';
import { lastLawfulDay, type Stay, type StayLimit } from './maximum-stay.ts';

const NINE_IN_TWELVE = { months: 9, days: 276, withinMonths: 12 };

describe('the longest lawful stay', () => {
  it('runs by the calendar if it is unbroken', () => {
    expect(lastLawfulDay([], '2027-03-01', NINE_IN_TWELVE)).toBe('2027-11-30');
    expect(lastLawfulDay([], '2027-05-31', NINE_IN_TWELVE)).toBe('2028-02-28');
    expect(lastLawfulDay([], '2026-05-31', NINE_IN_TWELVE)).toBe('2027-02-27');
  });

  it('slides over the turn of the year instead of beginning again', () => {
    const history = [{ fromOn: '2026-07-01', toOn: '2026-12-27' }];
    // 180 days are used, 96 are left; only in July does the window leave the first days behind.
    expect(lastLawfulDay(history, '2027-01-15', NINE_IN_TWELVE)).toBe('2027-04-20');
  });

  it('is null on a day when everything is used', () => {
    const history = [
      { fromOn: '2026-03-01', toOn: '2026-11-30' },
      { fromOn: '2026-12-02', toOn: '2026-12-02' },
    ];
    expect(lastLawfulDay(history, '2026-12-20', NINE_IN_TWELVE)).toBeNull();
  });

  it('lets the same season be worked every year', () => {
    const seasons = [2026, 2027, 2028].map((year) => ({
      fromOn: `${year}-03-01`,
      toOn: `${year}-11-30`,
    }));
    expect(lastLawfulDay(seasons, '2029-03-01', NINE_IN_TWELVE)).toBe('2029-11-30');
  });

  it('leaves a stay already agreed for later as long as it is', () => {
    const agreed = { fromOn: '2028-01-01', toOn: '2028-08-31' };
    const later = [{ ...agreed, limit: NINE_IN_TWELVE }];
    // Of September 2027 to August 2028 the later stay has 244 days; 32 are left, up to 2 October.
    expect(lastLawfulDay([agreed], '2027-03-01', NINE_IN_TWELVE, later)).toBe('2027-10-02');
    expect(lastLawfulDay([agreed], '2027-03-01', NINE_IN_TWELVE)).toBe('2027-11-30');
    // A later stay that breaks its own limit does not restrict an earlier one that takes no days
    // from it.
    const long = [{ fromOn: '2028-01-01', toOn: '2029-08-31', limit: NINE_IN_TWELVE }];
    expect(lastLawfulDay(long, '2026-03-01', NINE_IN_TWELVE, long)).toBe('2026-11-30');
  });

  it('allows two contracts in either order, or in neither', () => {
    fc.assert(
      fc.property(
        anyStart,
        anyLength,
        anyGap,
        anyLength,
        anyLimit,
        (startOn, one, gap, two, limit) => {
          const first = { fromOn: startOn, toOn: after(startOn, one) };
          const second = { fromOn: after(first.toOn, gap), toOn: after(first.toOn, gap + two) };
          const isLawful = (stay: Stay, known: Stay[], later: Stay[]): boolean => {
            const limited = later.map((other) => ({ ...other, limit }));
            return stay.toOn <= (lastLawfulDay(known, stay.fromOn, limit, limited) ?? '');
          };
          fc.pre(isLawful(first, [], []) && isLawful(second, [], []));
          expect(isLawful(first, [second], [second])).toBe(isLawful(second, [first], []));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('agrees with counting day by day on thousands of random histories', () => {
    fc.assert(
      fc.property(anyHistory, anyStart, anyLimit, (history, startOn, limit) => {
        expect(lastLawfulDay(history, startOn, limit)).toBe(dayByDay(history, startOn, limit));
      }),
      { numRuns: figure({ suite: 3_000, soak: 10_000 }), examples: monthEnds },
    );
  });
});

const anyLength = fc.integer({ min: 0, max: 280 });
const anyGap = fc.integer({ min: 1, max: 300 });
const after = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * 86_400_000).toISOString().slice(0, 10);

// Around the leap day of 2028, to meet both kinds of year and every month end.
const anyStart = fc.integer({ min: 0, max: 1_100 }).map((offset) => iso(offset));
const anyHistory = fc
  .array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 200 })), {
    maxLength: 6,
  })
  .map((pairs) =>
    pairs.map(([from, length]): Stay => ({ fromOn: iso(from), toOn: iso(from + length) })),
  )
  // The stays of one person do not overlap.
  .map((stays) =>
    stays
      .toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
      .filter((stay, index, all) => all.slice(0, index).every(({ toOn }) => toOn < stay.fromOn)),
  );
const anyLimit = fc.constantFrom<StayLimit[]>(
  NINE_IN_TWELVE,
  { months: 5, days: 153, withinMonths: 12 },
  { months: 6, days: 180, withinMonths: 12 },
  { months: 3, days: 90, withinMonths: 6 },
);

const monthEnds = ['2028-02-29', '2027-02-28', '2027-08-31', '2026-12-31'].map(
  (startOn): [Stay[], string, StayLimit] => [
    [],
    startOn,
    { months: 6, days: 184, withinMonths: 12 },
  ],
);

/**
 * Returns days since 1 January 2026 as a date. This and what follows share no code with the source.
 */
function iso(offset: number): string {
  return new Date(Date.UTC(2026, 0, 1 + offset)).toISOString().slice(0, 10);
}

/** A calendar made once: day after day from 2022 on, with the index of each date. */
const FIRST = -1_461;
const dates = Array.from({ length: 6_000 }, (_, index) => iso(FIRST + index));
const numberOf = new Map(dates.map((date, number) => [date, number]));
const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Returns the index of the same day in another month, or of that month's last day. */
function shifted(number: number, months: number): number {
  const [year = 0, month = 1, day = 1] = (dates[number] ?? '').split('-').map(Number);
  const index = year * 12 + (month - 1) + months;
  const [intoYear, intoMonth] = [Math.floor(index / 12), index % 12];
  const leap = intoYear % 4 === 0 && (intoYear % 100 !== 0 || intoYear % 400 === 0);
  const length = intoMonth === 1 && leap ? 29 : (lengths[intoMonth] ?? 30);
  const two = (value: number): string => String(value).padStart(2, '0');
  return numberOf.get(`${intoYear}-${two(intoMonth + 1)}-${two(Math.min(day, length))}`) ?? -1;
}

/**
 * Checks, one day after the other, whether the count of the day's window is within the limit.
 * Returns the last such day, or null.
 */
function dayByDay(history: readonly Stay[], startOn: string, limit: StayLimit): string | null {
  const present = new Uint8Array(dates.length);
  const start = numberOf.get(startOn) ?? 0;
  for (const { fromOn, toOn } of history) {
    const [from = 0, to = 0] = [numberOf.get(fromOn), numberOf.get(toOn)];
    for (let day = from; day <= to && day < start; day += 1) present[day] = 1;
  }
  let runFrom = start;
  while (present[runFrom - 1] === 1) runFrom -= 1;
  let last: string | null = null;
  for (let day = start; day < start + 366 * 5; day += 1) {
    present[day] = 1;
    let count = 0;
    for (let one = shifted(day, -limit.withinMonths) + 1; one <= day; one += 1) {
      count += present[one] ?? 0;
    }
    if (count > limit.days || day >= shifted(runFrom, limit.months)) return last;
    last = dates[day] ?? null;
  }
  return last;
}
