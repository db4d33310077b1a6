import fc from 'fast-check';
import { addDays } from '../platform/clock/calendar-days.ts';
import type { Amount, LanguageFact, OccupationFact, PayWish } from './facts.ts';
import { TODAY } from './law/law.builders.ts';

export const some = <T>(...values: [T, ...T[]]): fc.Arbitrary<T> => fc.constantFrom(...values);
/**
 * Draws `usual` four times in five, so that most gates pass and the others are met one at a time.
 */
export const mostly = <T>(usual: T, others: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: others });
export const few = <T>(one: fc.Arbitrary<T>, maxLength = 3): fc.Arbitrary<T[]> =>
  fc.array(one, { maxLength });

export const near = some(-400, -63, -28, -14, -13, -10, -8, -7, -1, 0, 1, 2, 90).map((days) =>
  addDays(TODAY, days),
);
export const isco = some('7411', '7412', '7126', '2221', '741');
export const esco = some('esco:electrician', 'esco:solar fitter', 'esco:nurse');
export const partner = some('MA', 'MA', 'MA', 'SN', 'TR');
export const passport = some('MA', 'MA', 'MA', 'SN', 'SN', 'TR', 'BR', 'XX', 'XK', 'FR', 'CH');
const rank = fc.integer({ min: 1, max: 6 });
const ranks = fc.array(rank, { minLength: 5, maxLength: 5 });
export const language: fc.Arbitrary<LanguageFact> = fc.record(
  { code: some('fr', 'es', 'ar'), rank, ranks },
  { requiredKeys: ['code', 'rank'] },
);
/** Fields that match each other in full, in part and not at all. */
export const educationField = some('0713', '0714', '0732', '071', '07', '0913');
const amountOf = (low: number, high: number): fc.Arbitrary<Amount> =>
  fc.record({ amount: some(low, high), currency: some('EUR', 'SEK') });
/** What a vacancy may state as its lowest pay, by the year and by the hour. */
export const statedPay = {
  annualPay: fc.option(amountOf(20_000, 64_000)),
  hourlyPay: fc.option(amountOf(11, 14.5), { nil: undefined }),
};
/** A wish that the pay of some vacancies reaches and that of others does not. */
export const payWish: fc.Arbitrary<PayWish> = fc.oneof(
  fc.record({
    amount: some(19_200, 36_000),
    currency: some('EUR', 'SEK'),
    per: some('year' as const),
  }),
  fc.record({ amount: some(11, 12.5), currency: some('EUR', 'SEK'), per: some('hour' as const) }),
);
export const region = some('Souss-Massa', 'Oriental');
export const skill = some('wiring', 'welding', 'planning', 'first aid');

/** Recent, half stale, stale and still working, relative to TODAY. */
export const lastDay = some('2026-06-15', '2024-06-16', '2021-12-31', '2019-06-15', '2027-01-01');

export const trade: fc.Arbitrary<OccupationFact> = fc.record(
  {
    isco: fc.option(isco),
    esco: fc.option(esco),
    years: fc.option(fc.integer({ min: 0, max: 9 })),
    lastWorkedOn: lastDay,
  },
  { requiredKeys: ['isco', 'esco', 'years'] },
);
