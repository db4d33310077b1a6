import { expect, it } from '@jest/globals';
import { aVacancyFact } from '../../facts.builders.ts';
import { aRule } from '../../law/law.builders.ts';
import { lawOf, type LawRule } from '../../law/law-rule.ts';
import { testOf } from './test-of-vacancy.ts';

const ON = '2026-06-15';
const flanders = { state: 'BE', region: 'BE2' };
const anyDays = {
  ...{ duration: 'days-elapsed' as const, channels: [], adContent: [] },
  ...{ withinMonths: null, applyWithinDays: null },
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

/** Returns the state of the test at each place, for a vacancy shown since 1 June. */
const standings = (...rules: LawRule[]): (string | undefined)[] =>
  places.map((regions) => {
    const advertising = [{ channel: 'pes' as const, fromOn: '2026-06-01', untilOn: null }];
    const vacancy = aVacancyFact({ state: 'BE', regions, advertising });
    const test = testOf(vacancy, { law: lawOf(rules, 'BE', ON), on: ON });
    return test?.status === 'running' ? test.until : test?.status;
  });

const later = '2026-07-31';

it('the test of a region goes before that of its state there, and beside it where work is in both, or may be', () => {
  expect(standings(flemish, belgian)).toEqual([later, 'passed', later, later, later]);
});

it.each([byPlaces, ofFlanders])(
  'an exemption for a region exempts what lies wholly in it',
  (one) => {
    expect(standings(flemish, belgian, one)).toEqual([later, 'exempt', later, later, later]);
  },
);
