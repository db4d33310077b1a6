import { describe, expect, it } from '@jest/globals';
import { someFacts, TODAY } from '../facts.builders.ts';
import type { VacancyFacts } from '../facts.ts';
import type { Result } from './rule.ts';
import { vacancyOpen } from './vacancy-open.rule.ts';

const check = (vacancy: Partial<VacancyFacts>): Result => vacancyOpen.check(someFacts({ vacancy }));

describe('a vacancy that takes applications', () => {
  it.each([
    ['without a last day', null],
    ['until tomorrow', '2026-06-16'],
    ['on its last day', TODAY],
  ])('is open %s', (_, openUntilOn) => {
    expect(check({ openUntilOn })).toMatchObject({
      verdict: 'pass',
      reason: { code: 'vacancy-open' },
    });
  });
});

describe('a vacancy that takes no applications', () => {
  it('has expired on the day after its last day, which is named', () => {
    expect(check({ openUntilOn: '2026-06-14' })).toEqual({
      verdict: 'exclude',
      reason: { code: 'vacancy-expired', params: { on: '2026-06-14' } },
    });
  });

  it('is closed if its employer closed it, whatever its dates', () => {
    expect(check({ open: false, openUntilOn: '2026-12-31' })).toMatchObject({
      verdict: 'exclude',
      reason: { code: 'vacancy-closed' },
    });
  });
});
