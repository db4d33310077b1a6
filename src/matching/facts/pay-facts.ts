import type { DesiredPay } from '../../candidates/formats/candidate-draft.ts';
import type { Pay } from '../../vacancies/formats/vacancy-draft.ts';
import type { Amount, PayWish } from '../facts.ts';

/** How often the EURES pay intervals come in a year; hours and days depend on the contract. */
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

/** The least pay of a year; null where none is stated, or by the hour or the day. */
export function annualPayOf(pay: Pay | null): Amount | null {
  const times = timesAYear[pay?.interval ?? ''];
  if (!pay || pay.min === null || times === undefined) return null;
  return { amount: pay.min * times, currency: pay.currency };
}

/** The least pay of an hour; null where none is stated by the hour. */
export function hourlyPayOf(pay: Pay | null): Amount | null {
  if (!pay || pay.min === null || pay.interval !== 'hour') return null;
  return { amount: pay.min, currency: pay.currency };
}

/** The least pay that a person wishes for, of a year or of an hour. */
export function payWishOf({ amount, currency, interval }: DesiredPay): PayWish {
  const times = timesAYear[interval];
  if (times === undefined) return { amount, currency, per: 'hour' };
  return { amount: amount * times, currency, per: 'year' };
}
