import { describe, expect, it } from '@jest/globals';
import { someFacts, TODAY } from '../facts.builders.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { advertised, aRule, shippedLaw } from '../law/law.builders.ts';
import { lawOf } from '../law/law-rule.ts';
import { shippedRules } from '../law/shipped/shipped-rules.ts';
import { labourMarketTest } from './labour-market-test.rule.ts';
import type { Result } from './rule.ts';

const check = (vacancy: Partial<VacancyFacts>, candidate: Partial<CandidateFacts> = {}): Result =>
  labourMarketTest.check(someFacts({ vacancy, candidate }));
const since = (...days: string[]): VacancyFacts['advertising'] =>
  days.flatMap((fromOn) => advertised(fromOn));

/**
 * State, days, the date of an advertisement that passes the test today, and that of one a day
 * later.
 */
const cases = [
  ['SE', 10, '2026-06-05', '2026-06-06'],
  ['IE', 28, '2026-05-18', '2026-05-19'],
  ['BE', 63, '2026-04-13', '2026-04-14'],
  ['IT', 8, '2026-06-07', '2026-06-08'],
  ['FR', 14, '2026-06-01', '2026-06-02'],
] as const;

describe.each(cases)('the labour-market test of %s (%i days)', (state, days, passing, running) => {
  it('is passed on the last day', () => {
    expect(check({ state, advertising: since(passing) })).toMatchObject({
      verdict: 'pass',
      reason: { code: 'test-passed', params: { state, days, since: passing } },
    });
  });

  it('waits on the day before, and says until which date', () => {
    expect(check({ state, advertising: since(running) })).toMatchObject({
      verdict: 'wait',
      until: '2026-06-16',
      reason: { code: 'test-running', params: { state, days, until: '2026-06-16' } },
    });
  });

  it('cannot begin before the vacancy is advertised, and cites its source', () => {
    const code = state === 'IT' ? 'job-centre-not-asked' : 'not-advertised';
    expect(check({ state, advertising: [] })).toMatchObject({
      verdict: 'exclude',
      reason: { code, params: { state, days, citation: expect.any(String) } },
    });
  });
});

describe('a labour-market test', () => {
  it('counts from the first advertisement, whatever their order', () => {
    const advertising = since('2026-06-10', '2026-06-01', '2026-06-14');
    expect(check({ advertising }).verdict).toBe('pass');
  });

  it.each(['days-elapsed', 'total-days', 'consecutive-days'] as const)(
    'accepts a publication in time if %s must be used within 60 days',
    (duration) => {
      const terms = { channels: [], withinMonths: null, applyWithinDays: 60, adContent: [] };
      const rule = aRule('labour-market-test', { ...terms, duration, days: 14 });
      const at = (again: string, untilOn: string | null = null): Result => {
        const advertising = [
          ...advertised('2026-01-01', '2026-01-31'),
          ...advertised(again, untilOn),
        ];
        const state = { law: lawOf([rule], 'FR', TODAY) };
        return labourMarketTest.check(someFacts({ vacancy: { advertising }, state }));
      };
      expect(at('2026-05-16')).toMatchObject({ reason: { params: { since: '2026-05-16' } } });
      expect(at('2026-06-10')).toMatchObject({ verdict: 'wait', until: '2026-06-24' });
      const tooShort = at('2026-06-10', '2026-06-12');
      if (duration === 'days-elapsed') expect(tooShort.verdict).toBe('wait');
      else expect(tooShort).toMatchObject({ reason: { code: 'test-expired' } });
    },
  );

  it('ends on a later date for an advertisement that is still to appear', () => {
    expect(check({ advertising: since('2026-06-20') })).toMatchObject({
      verdict: 'wait',
      until: '2026-07-04',
    });
  });

  it.each([
    ['citizens of the EU', { nationalities: ['RO'] }],
    ['citizens of Switzerland', { nationalities: ['CH'] }],
    ['family members of citizens', { euFamilyMember: true }],
    ['lawful residents of the state', { residencePermits: ['FR'] }],
  ])('does not concern %s', (_, person) => {
    expect(check({ advertising: [] }, person)).toMatchObject({
      verdict: 'pass',
      reason: { code: 'not-subject-to-test' },
    });
  });

  it.each([['MA'], ['TR'], ['BR']])('concerns nationals of %s', (country) => {
    expect(check({ advertising: [] }, { nationalities: [country] }).verdict).toBe('exclude');
  });
});

describe('the shipped labour-market tests', () => {
  const shipped = shippedRules.filter(({ kind }) => kind === 'labour-market-test');

  it('name at most one test for a place and a date', () => {
    for (const { state, region, validFrom } of shipped) {
      const inForce = shipped.filter(
        (other) =>
          other.state === state &&
          other.region === region &&
          other.validFrom <= validFrom &&
          (other.validUntil ?? '9999-12-31') >= validFrom,
      );
      expect(inForce).toHaveLength(1);
    }
  });

  it('leave a state without one, or a date before it, to the precautionary default', () => {
    const ruleFor = (state: string, on = TODAY): string[] =>
      shippedLaw(state, on)['labour-market-test'].map(({ code }) => code);
    expect(ruleFor('FR')).toEqual(['labour-market-test.eu']);
    expect(ruleFor('SE', '2019-12-31')).toEqual([]);
    expect(ruleFor('SE', '2020-01-01')).toContain('labour-market-test.se');
  });

  it('cite their source and say how certain it is', () => {
    for (const { citation, certainty } of shippedRules) {
      expect(citation).not.toBe('');
      expect(['verified', 'recalled']).toContain(certainty);
    }
  });
});
