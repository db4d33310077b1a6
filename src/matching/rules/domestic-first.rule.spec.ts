import { describe, expect, it } from '@jest/globals';
import { someFacts } from '../facts.builders.ts';
import type { CandidateFacts } from '../facts.ts';
import { domesticFirst } from './domestic-first.rule.ts';
import type { Result } from './rule.ts';

const check = (candidate: Partial<CandidateFacts>, fitDomesticLeft: number): Result =>
  domesticFirst.check(someFacts({ candidate, state: { fitDomesticLeft } }));

describe('while a fit candidate with Community preference is left', () => {
  it.each([['MA'], ['TR'], ['BR'], ['XX']])('holds back a national of %s', (country) => {
    expect(check({ nationalities: [country] }, 1)).toEqual({
      verdict: 'exclude',
      reason: { code: 'fit-domestic-candidate-left', params: {} },
    });
  });

  it.each([
    ['citizens of the EU', { nationalities: ['PL'] }],
    ['family members of citizens', { euFamilyMember: true }],
    ['lawful residents of the state', { residencePermits: ['FR'] }],
  ])('does not hold back %s', (_, person) => {
    expect(check(person, 3)).toMatchObject({
      verdict: 'pass',
      reason: { code: 'has-preference' },
    });
  });

  it('does not reveal how many there are', () => {
    expect(check({}, 1)).toEqual(check({}, 40));
  });
});

describe('when no fit candidate with Community preference is left', () => {
  it('lets people from outside pass', () => {
    expect(check({}, 0)).toMatchObject({
      verdict: 'pass',
      reason: { code: 'no-fit-domestic-candidate-left' },
    });
  });
});
