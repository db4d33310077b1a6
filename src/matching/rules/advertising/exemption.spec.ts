import { describe, expect, it } from '@jest/globals';
import { aVacancyFact } from '../../facts.builders.ts';
import { aRule, shippedLaw } from '../../law/law.builders.ts';
import { lawOf } from '../../law/law-rule.ts';
import { shippedRules } from '../../law/shipped/shipped-rules.ts';
import { testOf } from './test-of-vacancy.ts';

const exemption = {
  isco: [],
  regions: [],
  minimumAnnualPay: null,
  currency: 'EUR',
  permitCategories: [],
  shortageLists: ['shortage-list.eu'],
};
const waiver = aRule('test-exemption', exemption, { state: 'FR', code: 'test-exemption.fr' });
const statusOf = (isco: string | string[], on: string, rules = [...shippedRules, waiver]) =>
  testOf(aVacancyFact({ isco: [isco].flat(), advertising: [] }), {
    law: lawOf(rules, 'FR', on),
    on,
  })?.status;

describe('an exemption by a shortage list', () => {
  it('exempts the occupations of the list, and no others', () => {
    expect(statusOf('7212', '2026-06-15')).toBe('exempt');
    expect(statusOf('2611', '2026-06-15')).toBe('failed');
  });

  it('exempts a vacancy of several occupations only if each is on the list', () => {
    expect(statusOf(['7212', '7213'], '2026-06-15')).toBe('exempt');
    expect(statusOf(['7212', '2611'], '2026-06-15')).toBe('failed');
    expect(statusOf(['72'], '2026-06-15')).toBe('failed');
    expect(statusOf([], '2026-06-15')).toBe('failed');
  });

  it('ends with the list that it names', () => {
    expect(statusOf('7212', '2025-12-31')).toBe('failed');
  });

  it('is the decision of a state: the list of the Union alone exempts nothing', () => {
    expect(shippedLaw('FR')['shortage-list']).toHaveLength(1);
    expect(statusOf('7212', '2026-06-15', [...shippedRules])).toBe('failed');
  });
});
