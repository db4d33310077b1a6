import { exclude, pass, type Rule, wait } from './rule.ts';

/** Requires that the candidate is of age on the day of the decision or when the work starts. */
export const ageOfMajority: Rule = {
  code: 'age-of-majority',
  basis: 'Directive 94/33/EC Art. 3; age of majority in the member states',
  check: ({ vacancy, candidate, state }) => {
    const { ofAgeOn } = candidate;
    if (ofAgeOn === null) return exclude('birth-date-missing');
    if (ofAgeOn <= (vacancy.startsOn ?? state.on) || ofAgeOn <= state.on) return pass('of-age');
    return wait(ofAgeOn, 'under-age');
  },
};
