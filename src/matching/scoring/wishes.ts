import { missing, type Part } from './part.ts';

/** The person's own wishes: country, occupation, permit category; those not stated do not count. */
export const wishes: Part = (vacancy, candidate) => {
  const { desiredCountries, desiredOccupations, permitCategories } = candidate;
  const wanted = desiredOccupations.some((code) =>
    vacancy.isco.some((own) => own.startsWith(code)),
  );
  const stated = [
    { said: desiredCountries, met: desiredCountries.includes(vacancy.state), what: 'country' },
    { said: desiredOccupations, met: wanted, what: 'occupation' },
    {
      said: permitCategories,
      met: permitCategories.includes(vacancy.permitCategory),
      what: 'permit category',
    },
  ].filter(({ said }) => said.length > 0);
  if (stated.length === 0) return missing('no wishes stated');
  const met = stated.filter((wish) => wish.met).map(({ what }) => what);
  return { value: met.length / stated.length, detail: `met: ${met.join(', ') || 'none'}` };
};
