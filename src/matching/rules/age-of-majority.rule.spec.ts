import { describe, expect, it } from '@jest/globals';
import { someFacts, TODAY } from '../facts.builders.ts';
import { ageOfMajority } from './age-of-majority.rule.ts';
import type { Result } from './rule.ts';

const check = (ofAgeOn: string | null, startsOn: string | null = null): Result =>
  ageOfMajority.check(someFacts({ candidate: { ofAgeOn }, vacancy: { startsOn } }));

const ofAge = { verdict: 'pass', reason: { code: 'of-age', params: {} } };
const waitsUntil = (until: string): Result => ({
  verdict: 'wait',
  until,
  reason: { code: 'under-age', params: { until } },
});

describe('a candidate who turns eighteen', () => {
  it('is of age on the birthday itself', () => {
    expect(check(TODAY)).toEqual(ofAge);
  });

  it('waits on the day before the birthday', () => {
    expect(check('2026-06-16')).toEqual(waitsUntil('2026-06-16'));
  });

  it('is of age for work that starts on the birthday or later', () => {
    expect(check('2026-09-01', '2026-09-01')).toEqual(ofAge);
    expect(check('2026-09-01', '2026-10-01')).toEqual(ofAge);
  });

  it('waits for work that starts the day before the birthday', () => {
    expect(check('2026-09-02', '2026-09-01')).toEqual(waitsUntil('2026-09-02'));
  });

  it('is of age today for work that should have started before the birthday', () => {
    expect(check('2026-06-01', '2026-05-01')).toEqual(ofAge);
  });
});

describe('a candidate without a birth date', () => {
  it('is held back, because the age is unknown', () => {
    expect(check(null)).toMatchObject({
      verdict: 'exclude',
      reason: { code: 'birth-date-missing' },
    });
  });
});

describe('a candidate of age', () => {
  it('is judged alike at any age', () => {
    expect(check('1979-01-01')).toEqual(check('2026-01-01'));
  });
});
