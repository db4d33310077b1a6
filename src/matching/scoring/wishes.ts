import type { PayWish, VacancyFacts } from '../facts.ts';
import { knownValue, type Part, unknownValue } from './part.ts';

/**
 * Scores the candidate's own wishes: country, occupation, permit category, pay. Only stated wishes
 * count.
 */
export const wishes: Part = (vacancy, candidate) => {
  const { desiredCountries, desiredOccupations, permitCategories, desiredPay } = candidate;
  const paid = desiredPay === null ? null : meetsPay(vacancy, desiredPay);
  const stated = [
    {
      counts: desiredCountries.length > 0,
      met: desiredCountries.includes(vacancy.state),
      what: 'country',
    },
    {
      counts: desiredOccupations.length > 0,
      met: desiredOccupations.some((code) => isWished(vacancy, code)),
      what: 'occupation',
    },
    {
      counts: permitCategories.length > 0,
      met: permitCategories.includes(vacancy.permitCategory),
      what: 'permit',
    },
    { counts: paid !== null, met: paid === true, what: 'pay' },
  ].filter(({ counts }) => counts);
  const isOpen = desiredPay !== null && paid === null;
  if (stated.length === 0) return unknownValue(isOpen ? 'vacancy' : 'person');
  const met = stated.filter((wish) => wish.met);
  const unmet = stated.filter((wish) => !wish.met);
  const code = isOpen ? 'wishes-beside-pay' : 'wishes';
  return knownValue(met.length / stated.length, `${code} ${namesOf(met)} ${namesOf(unmet)}`);
};

function namesOf(wishes: readonly { what: string }[]): string {
  return wishes.map(({ what }) => what).join(',');
}

/** Returns whether a wish for an ISCO group, of 1 to 4 digits, matches the work of the vacancy. */
export function isWished({ isco }: Pick<VacancyFacts, 'isco'>, code: string): boolean {
  return isco.some((own) => own.startsWith(code));
}

/**
 * Returns whether the minimum pay of a vacancy reaches the wish. Null if the two cannot be
 * compared: none is stated for that period, or in another currency.
 */
export function meetsPay(
  { annualPay, hourlyPay }: Pick<VacancyFacts, 'annualPay' | 'hourlyPay'>,
  { amount, currency, per }: PayWish,
): boolean | null {
  const stated = per === 'hour' ? hourlyPay : annualPay;
  return stated?.currency === currency ? stated.amount >= amount : null;
}
