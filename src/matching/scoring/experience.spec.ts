import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, addYears } from '../../platform/clock/calendar-days.ts';
import { aCandidateFact, anEsco, aVacancyFact, TODAY } from '../facts.builders.ts';
import type { OccupationFact } from '../facts.ts';
import { countedYears, experience } from './experience.ts';
import type { PartValue } from './part.ts';

/**
 * Returns the score for a vacancy that asks for eight years, and a candidate with these
 * occupations.
 */
function experienceOf(...occupations: Partial<OccupationFact>[]): PartValue {
  const vacancy = aVacancyFact({ isco: ['7411'], esco: [], experienceYears: 8 });
  const own = occupations.map((one) => ({ isco: '7411', esco: null, years: 4, ...one }));
  const context = { on: TODAY, esco: anEsco() };
  return experience(vacancy, aCandidateFact({ occupations: own }), context);
}

const ended = (years: number): string => addYears(TODAY, -years);

describe('the score of experience', () => {
  it.each([
    [ended(0), 5],
    [ended(2), 5],
    [ended(7), 4],
    [ended(30), 4],
    ['2027-01-01', 5],
  ])('counts four years that ended on %s as %d', (lastWorkedOn, years) => {
    expect(countedYears({ years: 4, lastWorkedOn }, TODAY)).toBeCloseTo(years, 2);
  });

  it('falls in a straight line from two years to seven', () => {
    const counted = [3, 4, 5, 6].map((years) =>
      countedYears({ years: 4, lastWorkedOn: ended(years) }, TODAY),
    );
    counted.forEach((years, at) => {
      expect(years).toBeCloseTo([4.8, 4.6, 4.4, 4.2][at] ?? 0, 2);
    });
  });

  it('says why it counts more', () => {
    expect(experienceOf({ lastWorkedOn: ended(1) })).toMatchObject({
      value: 5 / 8,
      detail: 'recent-experience 4 8 5',
    });
    expect(experienceOf({})).toMatchObject({ value: 0.5, detail: 'experience 4 8' });
    expect(experienceOf({ lastWorkedOn: ended(9) }).detail).toBe('experience 4 8');
  });

  it('counts each occupation by its own end, and other work not at all', () => {
    const recent = { years: 2, lastWorkedOn: ended(1) };
    const nursing = { isco: '2221', years: 9, lastWorkedOn: ended(0) };
    expect(experienceOf(recent, { years: 3 }, nursing)).toMatchObject({
      value: 5.5 / 8,
      detail: 'recent-experience 5 8 5.5',
    });
  });

  it('never counts less for being old, nor more than is asked, nor less for ending later', () => {
    const day = fc.integer({ min: -20_000, max: 1_000 }).map((days) => addDays(TODAY, days));
    const check = (years: number, one: string, other: string): void => {
      const [earlier, later] = [one, other].toSorted();
      const [untold, sooner, lately] = [undefined, earlier, later].map(
        (lastWorkedOn) =>
          experienceOf({ years, ...(lastWorkedOn && { lastWorkedOn }) }).value ?? -1,
      );
      expect(sooner).toBeGreaterThanOrEqual(untold ?? 2);
      expect(lately).toBeGreaterThanOrEqual(sooner ?? 2);
      expect(lately).toBeLessThanOrEqual(1);
    };
    fc.assert(fc.property(fc.double({ min: 0, max: 60, noNaN: true }), day, day, check));
  });
});
