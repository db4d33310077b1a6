import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { oracleTest } from '../../../../test/support/oracles/law-oracle.ts';
import { adElements } from '../../../vacancies/formats/vacancy-draft.ts';
import { anyVacancy, aStateFact, aVacancyFact, TODAY } from '../../facts.builders.ts';
import type { AdvertisingFact, VacancyFacts } from '../../facts.ts';
import { anyRules, aRule, shippedLaw } from '../../law/law.builders.ts';
import { lawOf, type LawRule } from '../../law/law-rule.ts';
import { shippedRules } from '../../law/shipped/shipped-rules.ts';
import { testOf } from './test-of-vacancy.ts';

type Period = [fromOn: string, untilOn?: string];

const shown = (channel: AdvertisingFact['channel'], ...periods: Period[]): AdvertisingFact[] =>
  periods.map(([fromOn, untilOn]) => ({ channel, fromOn, untilOn: untilOn ?? null }));
const onBoth = (...periods: Period[]): AdvertisingFact[] => [
  ...shown('pes', ...periods),
  ...shown('eures', ...periods),
];

/**
 * Returns `passed`, `exempt`, the date on which a running test will be passed, or why the test
 * fails.
 */
function standing(
  known: Partial<VacancyFacts>,
  on: string,
  rules: readonly LawRule[] = shippedRules,
): string | undefined {
  const vacancy = aVacancyFact(known);
  const test = testOf(vacancy, aStateFact({ on, law: lawOf(rules, vacancy.state, on) }));
  if (test?.status === 'running') return test.until;
  return test?.status === 'failed' ? test.because : test?.status;
}

/** The law as shipped, except that the rule `code` has other parameters. */
const amended = (code: string, parameters: object): typeof shippedRules =>
  shippedRules.map((rule) =>
    rule.code === code ? { ...rule, parameters: { ...rule.parameters, ...parameters } } : rule,
  );

describe('the Irish test: 28 consecutive days, on the public service and on EURES', () => {
  const inIreland = (advertising: AdvertisingFact[], on: string, known = {}): string | undefined =>
    standing({ state: 'IE', advertising, ...known }, on);

  it('is passed after 28 days without a gap, and waits on the day before', () => {
    expect(inIreland(onBoth(['2026-03-01']), '2026-03-29')).toBe('passed');
    expect(inIreland(onBoth(['2026-03-01']), '2026-03-28')).toBe('2026-03-29');
  });

  it('starts again after a gap of one day', () => {
    const gap = onBoth(['2026-03-01', '2026-03-20'], ['2026-03-22']);
    expect(inIreland(gap, '2026-03-29')).toBe('2026-04-19');
    expect(inIreland(gap, '2026-04-19')).toBe('passed');
  });

  it('continues if the next advertisement appears on the day after', () => {
    const renewed = onBoth(['2026-03-01', '2026-03-20'], ['2026-03-21']);
    expect(inIreland(renewed, '2026-03-29')).toBe('passed');
  });

  it('counts only days on which both channels showed the advertisement', () => {
    const late = [...shown('pes', ['2026-03-01']), ...shown('eures', ['2026-03-05'])];
    expect(inIreland(late, '2026-03-29')).toBe('2026-04-02');
    expect(inIreland(shown('pes', ['2026-03-01']), '2026-03-29')).toBe('not-advertised');
  });

  it('must be used within 90 days of the first publication', () => {
    expect(inIreland(onBoth(['2026-03-01']), '2026-05-30')).toBe('passed');
    expect(inIreland(onBoth(['2026-03-01']), '2026-05-31')).toBe('test-expired');
    const again = onBoth(['2026-03-01', '2026-05-30'], ['2026-06-01']);
    expect(inIreland(again, '2026-06-02')).toBe('2026-06-29');
  });

  it.each(adElements)('does not count an advertisement without its %s', (missing) => {
    const content = adElements.filter((element) => element !== missing);
    expect(inIreland(onBoth(['2026-03-01']), '2026-03-29', { content })).toBe('ad-content-missing');
    const carries = [...adElements];
    const told = onBoth(['2026-03-01']).map((advertisement) => ({ ...advertisement, carries }));
    expect(inIreland(told, '2026-03-29', { content })).toBe('passed');
  });

  it('is waived from a certain pay on, but not just below it', () => {
    const paid = (amount: number, currency = 'EUR'): string | undefined =>
      inIreland([], '2026-03-29', { annualPay: { amount, currency } });
    expect([paid(64_000), paid(63_999), paid(64_000, 'USD')]).toEqual([
      'exempt',
      'not-advertised',
      'not-advertised',
    ]);
  });
});

describe("Flanders' test: 63 days in the four calendar months right before filing", () => {
  const inFlanders = (advertising: AdvertisingFact[], on: string, rules = shippedRules) =>
    standing({ state: 'BE', regions: ['BE211'], advertising }, on, rules);

  it('adds up days with gaps between them', () => {
    const twice = onBoth(['2026-03-01', '2026-03-31'], ['2026-05-01', '2026-06-01']);
    expect(inFlanders(twice, '2026-06-01')).toBe('2026-06-02');
    expect(inFlanders(twice, '2026-06-02')).toBe('passed');
  });

  it('counts no day before those four calendar months', () => {
    const spring = onBoth(['2026-03-01', '2026-05-02']);
    expect(inFlanders(spring, '2026-07-01')).toBe('passed');
    expect(inFlanders(spring, '2026-07-02')).toBe('test-expired');
  });

  it('goes back to the last day of a month that is too short', () => {
    const ofFebruary = onBoth(['2028-02-29', '2028-05-01']);
    expect(inFlanders(ofFebruary, '2028-06-30')).toBe('passed');
    const inCommonYear = onBoth(['2027-02-28', '2027-05-01']);
    expect(inFlanders(inCommonYear, '2027-06-30')).toBe('passed');
    expect(inFlanders(inCommonYear, '2027-07-01')).toBe('test-expired');
  });

  it('allows no gap once its setting says so', () => {
    const strict = amended('labour-market-test.be-flanders', { duration: 'consecutive-days' });
    const twice = onBoth(['2026-03-01', '2026-03-31'], ['2026-05-01', '2026-06-01']);
    expect(inFlanders(twice, '2026-06-02', strict)).toBe('advertised-too-short');
  });

  it('applies in Flanders alone, and for a place that may be there', () => {
    const ad = onBoth(['2026-05-01']);
    const at = (regions: string[]) =>
      standing({ state: 'BE', regions, advertising: ad }, '2026-06-01');
    expect([at(['BE100']), at(['BE3']), at(['BE2']), at([])]).toEqual([
      'passed',
      'passed',
      '2026-07-03',
      '2026-07-03',
    ]);
  });
});

describe('the Swedish test: MIG 2025:9', () => {
  const inSweden = (advertising: AdvertisingFact[], on: string): string | undefined =>
    standing({ state: 'SE', advertising }, on);

  it('is passed after ten days on the public service, while the advertisement still runs', () => {
    expect(inSweden(shown('pes', ['2026-03-01']), '2026-03-10')).toBe('2026-03-11');
    expect(inSweden(shown('pes', ['2026-03-01']), '2026-03-11')).toBe('passed');
  });

  it('is not passed by an advertisement that was taken down before', () => {
    expect(inSweden(shown('pes', ['2026-03-01', '2026-03-09']), '2026-03-20')).toBe(
      'advertised-too-short',
    );
  });

  it('is not passed outside the public service', () => {
    expect(inSweden(shown('other', ['2026-03-01']), '2026-03-20')).toBe('not-advertised');
  });
});

describe('an exemption', () => {
  const shortage = aRule('test-exemption', {
    isco: ['2221'],
    regions: ['FR1'],
    minimumAnnualPay: null,
    currency: 'EUR',
    permitCategories: [],
  });
  const list = { ...shortage, state: 'FR', validFrom: '2026-02-01', validUntil: '2026-05-31' };
  const nurse = { advertising: [], isco: ['2221'], regions: ['FR101'] };
  const at = (known: Partial<VacancyFacts>, on: string) =>
    standing({ ...nurse, ...known }, on, [...shippedRules, list]);

  it('applies only to the occupations, the regions and the dates of its list', () => {
    expect([at({}, '2026-02-01'), at({}, '2026-05-31')]).toEqual(['exempt', 'exempt']);
    expect([at({}, '2026-01-31'), at({}, '2026-06-01')]).toEqual([
      'not-advertised',
      'not-advertised',
    ]);
    expect(at({ isco: ['2212'] }, '2026-03-01')).toBe('not-advertised');
    expect(at({ regions: ['FRL0'] }, '2026-03-01')).toBe('not-advertised');
    expect(at({ regions: [] }, '2026-03-01')).toBe('not-advertised');
  });

  it('covers intra-corporate transfers in every state', () => {
    for (const state of ['FR', 'IE', 'SE', 'IT']) {
      const known = { state, advertising: [], permitCategory: 'intra-corporate' };
      expect(standing(known, '2026-03-01')).toBe('exempt');
    }
  });
});

describe('any labour-market test', () => {
  it('counts 29 February as a day, and no hour of a clock change as one', () => {
    const leap = onBoth(['2028-02-20']);
    expect(standing({ state: 'FR', advertising: leap }, '2028-03-04')).toBe('2028-03-05');
    const common = onBoth(['2027-02-20']);
    expect(standing({ state: 'FR', advertising: common }, '2027-03-06')).toBe('passed');
    // The clocks change on 29 March and on 25 October 2026.
    expect(standing({ state: 'FR', advertising: onBoth(['2026-03-20']) }, '2026-04-02')).toBe(
      '2026-04-03',
    );
    expect(standing({ state: 'FR', advertising: onBoth(['2026-10-20']) }, '2026-11-02')).toBe(
      '2026-11-03',
    );
  });

  it('still needs a day of advertising before filing if it lasts no days', () => {
    const [parameters] = shippedLaw('FR')['labour-market-test'].map((rule) => rule.parameters);
    if (!parameters) throw new Error('The Union has a rule.');
    const atOnce = aRule(
      'labour-market-test',
      { ...parameters, channels: [], days: 0 },
      { code: 'labour-market-test.fi', state: 'FI' },
    );
    const known = { state: 'FI', advertising: shown('pes', ['2026-03-01']) };
    expect(standing(known, '2026-03-01', [atOnce])).toBe('2026-03-02');
    expect(standing(known, '2026-03-02', [atOnce])).toBe('passed');
  });

  it('needs nothing but data for a fifth state', () => {
    const parameters = shippedLaw('IE')['labour-market-test'].find(({ state }) => state === 'IE');
    if (!parameters) throw new Error('Ireland has a rule.');
    const finnish = aRule(
      'labour-market-test',
      { ...parameters.parameters, days: 21, applyWithinDays: null },
      { code: 'labour-market-test.fi', state: 'FI' },
    );
    const rules = [...shippedRules, finnish];
    const known = { state: 'FI', advertising: onBoth(['2026-03-01']) };
    expect(standing(known, '2026-03-21', rules)).toBe('2026-03-22');
    expect(standing(known, '2026-03-22', rules)).toBe('passed');
    expect(standing(known, '2026-03-15')).toBe('passed');
  });

  it('has the result of an independent count of the days', () => {
    const seen = new Map<string, number>();
    const check = (
      vacancy: VacancyFacts,
      rules: readonly (typeof shippedRules)[number][],
    ): void => {
      const law = lawOf(rules, vacancy.state, TODAY);
      const found = standing(vacancy, TODAY, rules);
      const expected = oracleTest(vacancy, law, TODAY);
      const told = found === undefined || found === 'exempt' ? 'passed' : found;
      expect(/^\d|^passed$/.test(told) ? told : 'never').toBe(expected);
      const kind = expected > TODAY && expected < '3' ? 'waits' : expected;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    };
    fc.assert(fc.property(anyVacancy, anyRules, check), { numRuns: 1_500 });
    expect(
      Math.min(...['passed', 'never', 'waits'].map((kind) => seen.get(kind) ?? 0)),
    ).toBeGreaterThan(50);
  });
});
