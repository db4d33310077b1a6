import { describe, expect, it } from '@jest/globals';
import { aCandidateFact, anEsco, aVacancyFact, TODAY } from '../facts.builders.ts';
import type { CandidateFacts, PayWish, VacancyFacts } from '../facts.ts';
import type { PartValue } from './part.ts';
import { meetsPay, wishes } from './wishes.ts';

const euro = (amount: number): { amount: number; currency: string } => ({
  amount,
  currency: 'EUR',
});
const aYear = (amount: number): PayWish => ({ ...euro(amount), per: 'year' });

function wishesOf(known: Partial<CandidateFacts>, vacancy: Partial<VacancyFacts>): PartValue {
  return wishes(aVacancyFact(vacancy), aCandidateFact(known), { on: TODAY, esco: anEsco() });
}

describe('a wish for pay', () => {
  it('is met from that pay on, in the same currency and per the same unit of time', () => {
    const hourly = { annualPay: null, hourlyPay: euro(12.5) };
    const annual = { annualPay: euro(24_000) };
    expect(meetsPay(annual, aYear(24_000))).toBe(true);
    expect(meetsPay(annual, aYear(24_001))).toBe(false);
    expect(meetsPay(annual, { ...aYear(1), currency: 'SEK' })).toBeNull();
    expect(meetsPay(annual, { ...euro(1), per: 'hour' })).toBeNull();
    expect(meetsPay(hourly, { ...euro(12.5), per: 'hour' })).toBe(true);
    expect(meetsPay(hourly, { ...euro(13), per: 'hour' })).toBe(false);
    expect(meetsPay(hourly, aYear(1))).toBeNull();
    expect(meetsPay({ annualPay: null }, aYear(1))).toBeNull();
  });

  it('counts like each of the other wishes', () => {
    const wished = {
      desiredCountries: ['FR'],
      desiredOccupations: ['2'],
      desiredPay: aYear(20_000),
    };
    expect(wishesOf(wished, { annualPay: euro(24_000) })).toMatchObject({
      value: 2 / 3,
      detail: 'wishes country,pay occupation',
    });
    expect(wishesOf(wished, { annualPay: euro(18_000) })).toMatchObject({
      value: 1 / 3,
      detail: 'wishes country occupation,pay',
    });
  });

  it('does not count if the vacancy states no pay to compare', () => {
    const wished = { desiredCountries: ['FR'], desiredPay: aYear(20_000) };
    expect(wishesOf(wished, {})).toMatchObject({
      value: 1,
      detail: 'wishes-beside-pay country ',
    });
    expect(wishesOf({ desiredPay: aYear(20_000) }, {})).toMatchObject({
      value: null,
      silent: 'vacancy',
    });
    expect(wishesOf({}, { annualPay: euro(18_000) })).toMatchObject({
      value: null,
      silent: 'person',
    });
  });
});
