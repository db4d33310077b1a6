import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { readDesiredPay, withPayUnits } from './desired-pay.ts';

const readCell = (cell: string) => {
  const findings = new Findings();
  return { pay: readDesiredPay(cell, findings), codes: findings.list.map(({ code }) => code) };
};

describe('the lowest pay that a candidate wishes for', () => {
  it.each([
    ['2000 EUR/month', 2000, 'EUR', 'month'],
    ['EUR 2 000 per month', 2000, 'EUR', 'month'],
    ['1.500,50 € par mois', 1500.5, 'EUR', 'month'],
    ['1 500 euros/mois', 1500, 'EUR', 'month'],
    ['24,000 eur a year', 24_000, 'EUR', 'year'],
    ["24'000 CHF/an", 24_000, 'CHF', 'year'],
    ['30000EUR/year', 30_000, 'EUR', 'year'],
    ['12,5 EUR/h', 12.5, 'EUR', 'hour'],
    ['€12.50 por hora', 12.5, 'EUR', 'hour'],
    ['250000 SEK año', 250_000, 'SEK', 'year'],
    ['١٥٠٠ € في الشهر', 1500, 'EUR', 'month'],
  ])('is read from %s', (cell, amount, currency, interval) => {
    expect(readCell(cell)).toEqual({ pay: { amount, currency, interval }, codes: [] });
  });

  it.each(['2000', '2000 EUR', 'EUR/month', '2000/month', '0 EUR/month', '1.23.4 EUR/month', '2000 EUR/trip', '99 kr/h', 'net 2000 EUR/month', '2000 net/month', 'much'])(
    'is asked about if the cell says %s',
    (cell) => {
      expect(readCell(cell)).toEqual({ pay: null, codes: ['pay-unreadable'] });
    },
  ); // prettier-ignore

  it.each([
    ['1 200,50', 'Salaire souhaité (€/mois)', '1 200,50 EUR/month'],
    ['1200 €', 'Salario mensual', '1200 EUR/month'],
    ['15 €/h', 'Salaire souhaité (€/mois)', '15 €/h'],
    ['1200', 'Prétention (€ net/mois)', '1200'],
    ['1200', 'Salaire mensuel', '1200'],
    ['1500', 'Salaire minimum (EUR/h ou EUR/mois)', '1500'],
    ['1500', 'Salaire (MAD ou EUR par mois)', '1500'],
    ['1500', 'Salario mensual (US$ o €)', '1500'],
    ['1500', 'Salaire mensuel en euros (EUR)', '1500 EUR/month'],
    ['1200-1500', 'Salaire (€/mois)', '1200-1500'],
  ])('takes the units of its header if it has none: %s under %s', (cell, header, read) => {
    expect(withPayUnits(cell, header)).toBe(read);
  });

  it('is missing if the cell is empty', () => {
    expect(readCell('')).toEqual({ pay: null, codes: [] });
  });
});
