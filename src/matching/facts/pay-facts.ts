import type { DesiredPay } from '../../candidates/formats/candidate-draft.ts';
import type { Pay } from '../../vacancies/formats/vacancy-draft.ts';
import type { Amount, PayWish } from '../facts.ts';

/**
 * Times a year for each EURES pay interval. Hours and days are missing: they depend on the
 * contract.
 */
const timesAYear: Readonly<Record<string, number>> = {
  year: 1,
  halfyear: 2,
  quarter: 4,
  twomonths: 6,
  month: 12,
  fourweeks: 13,
  halfmonth: 24,
  twoweeks: 26,
  week: 52,
};

/** Returns the minimum pay for a year. Null if none is stated, or only by the hour or the day. */
export function annualPayOf(pay: Pay | null): Amount | null {
  const times = timesAYear[pay?.interval ?? ''];
  if (!pay || pay.min === null || times === undefined) return null;
  return { amount: pay.min * times, currency: pay.currency };
}

/** Returns the minimum pay for an hour; null if no hourly pay is stated. */
export function hourlyPayOf(pay: Pay | null): Amount | null {
  if (!pay || pay.min === null || pay.interval !== 'hour') return null;
  return { amount: pay.min, currency: pay.currency };
}

/** Returns the minimum pay that the candidate wishes for, by the year or by the hour. */
export function payWishOf({ amount, currency, interval }: DesiredPay): PayWish {
  const times = timesAYear[interval];
  if (times === undefined) return { amount, currency, per: 'hour' };
  return { amount: amount * times, currency, per: 'year' };
}
