import type { VacancyFacts } from '../facts.ts';
import { known, type Part, unknown } from './part.ts';

/** The person's own wishes: country, occupation, permit category; those not stated do not count. */
export const wishes: Part = (vacancy, candidate) => {
  const { desiredCountries, desiredOccupations, permitCategories } = candidate;
  const wanted = desiredOccupations.some((code) => isWished(vacancy, code));
  const stated = [
    { said: desiredCountries, met: desiredCountries.includes(vacancy.state), what: 'country' },
    { said: desiredOccupations, met: wanted, what: 'occupation' },
    {
      said: permitCategories,
      met: permitCategories.includes(vacancy.permitCategory),
      what: 'permit category',
    },
  ].filter(({ said }) => said.length > 0);
  if (stated.length === 0) return unknown('person', 'no wishes stated');
  const met = stated.filter((wish) => wish.met).map(({ what }) => what);
  return known(met.length / stated.length, `met: ${met.join(', ') || 'none'}`);
};

/** Whether a wish for an ISCO group, of 1 to 4 digits, is for the work of the vacancy. */
export function isWished({ isco }: Pick<VacancyFacts, 'isco'>, code: string): boolean {
  return isco.some((own) => own.startsWith(code));
}
