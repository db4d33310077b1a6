import { expect, it } from '@jest/globals';
import { aVacancyFact } from '../../facts.builders.ts';
import { aRule } from '../../law/law.builders.ts';
import { lawOf, type LawRule } from '../../law/law-rule.ts';
import { testOf } from './test-of-vacancy.ts';

const ON = '2026-06-15';
const flanders = { state: 'BE', region: 'BE2' };
const anyDays = {
  duration: 'days-elapsed' as const,
  channels: [],
  adContent: [],
  withinMonths: null,
  applyWithinDays: null,
};
const flemish = aRule('labour-market-test', { ...anyDays, days: 10 }, flanders);
const belgian = aRule('labour-market-test', { ...anyDays, days: 60 }, { state: 'BE' });
const nothing = { minimumAnnualPay: null, currency: 'EUR', permitCategories: [] };
const byPlaces = aRule(
  'test-exemption',
  { ...nothing, isco: [], regions: ['BE2'] },
  { state: 'BE' },
);
const ofFlanders = aRule('test-exemption', { ...nothing, isco: ['7'], regions: [] }, flanders);

const places = [['BE100'], ['BE211'], ['BE100', 'BE211'], ['BE'], []];

/** Returns the result for a vacancy advertised since 1 June, at each of the places. */
const standings = (...rules: LawRule[]): (string | undefined)[] =>
  places.map((regions) => {
    const advertising = [{ channel: 'pes' as const, fromOn: '2026-06-01', untilOn: null }];
    const vacancy = aVacancyFact({ state: 'BE', regions, advertising });
    const test = testOf(vacancy, { law: lawOf(rules, 'BE', ON), on: ON });
    return test?.status === 'running' ? test.until : test?.status;
  });

const later = '2026-07-31';

it('puts the test of a region before that of its state there, and beside it if the work is or may be in both', () => {
  expect(standings(flemish, belgian)).toEqual([later, 'passed', later, later, later]);
});

it.each([byPlaces, ofFlanders])(
  'exempts by a regional exemption what lies wholly in the region',
  (one) => {
    expect(standings(flemish, belgian, one)).toEqual([later, 'exempt', later, later, later]);
  },
);
