import { describe, expect, it } from '@jest/globals';
import { dateOfParts, lastDayOfMonth } from './calendar-days.ts';

describe('a calendar date', () => {
  it.each([
    [[2028, 2, 29], '2028-02-29'],
    [[2027, 2, 29], null],
    [[2027, 13, 1], null],
    [[2027, 0, 1], null],
    [[2027, 4, 31], null],
    [[99, 12, 31], '0099-12-31'],
    [[0, 1, 1], null],
    [[10_000, 1, 1], null],
    [[2027, 1.5, 1], null],
    [[Number.NaN, 1, 1], null],
  ] as const)('is made of numbers only if it exists: %j', ([year, month, day], date) => {
    expect(dateOfParts(year, month, day)).toBe(date);
  });

  it.each([
    ['2027-02-01', '2027-02-28'],
    ['2028-02-29', '2028-02-29'],
    ['2027-12-31', '2027-12-31'],
  ])('lies in a month with a last day: %s', (on, last) => {
    expect(lastDayOfMonth(on)).toBe(last);
  });
});
