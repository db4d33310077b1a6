import { describe, expect, it } from '@jest/globals';
import { tierZeroCountries } from './countries.ts';
import { dateInState } from './state-days.ts';

describe("a state's calendar day", () => {
  it("begins at the state's own midnight, in winter and in summer", () => {
    expect(dateInState('FI', new Date('2026-01-14T21:59:59Z'))).toBe('2026-01-14');
    expect(dateInState('FI', new Date('2026-01-14T22:00:00Z'))).toBe('2026-01-15');
    expect(dateInState('FI', new Date('2026-07-14T21:00:00Z'))).toBe('2026-07-15');
    expect(dateInState('IE', new Date('2026-07-14T22:59:59Z'))).toBe('2026-07-14');
    expect(dateInState('IE', new Date('2026-07-14T23:00:00Z'))).toBe('2026-07-15');
  });

  it('has 23 or 25 hours when the clocks change', () => {
    const hours = (on: string): number => {
      const start = Date.parse(`${on}T00:00:00Z`) - 3 * 3_600_000;
      const instants = Array.from({ length: 30 }, (_, hour) => new Date(start + hour * 3_600_000));
      return instants.filter((instant) => dateInState('FR', instant) === on).length;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-15')]).toEqual([23, 25, 24]);
  });

  it('is known for every state that takes part', () => {
    const late = new Date('2026-07-14T23:30:00Z');
    const known = tierZeroCountries.filter((state) => dateInState(state, late) === '2026-07-15');
    expect(tierZeroCountries.filter((state) => !known.includes(state))).toEqual(['IS']);
  });
});
