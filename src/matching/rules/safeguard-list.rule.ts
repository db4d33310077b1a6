import { countryName } from '../../reference/countries/countries.ts';
import type { Facts } from '../facts.ts';
import { exclude, pass, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/**
 * Forbids active recruitment for work for which the state protects the workforce of the candidate's
 * country.
 */
export const safeguardList: Rule = {
  code: 'safeguard-list',
  basis: 'WHO Global Code of Practice on the International Recruitment of Health Personnel',
  check: (facts) => {
    const { candidate, state } = facts;
    const lists = state.law['safeguard-list'];
    if (lists.length === 0 || isDomestic(assignTier(facts))) return pass('not-safeguarded');
    const work = workOf(facts);
    for (const { parameters, citation } of lists) {
      const country = candidate.nationalities.find((own) => parameters.countries.includes(own));
      const isListed = parameters.isco.some((code) => work.some((own) => own?.startsWith(code)));
      if (country === undefined || !isListed) continue;
      return exclude('safeguarded', { country: countryName(country), citation });
    }
    return pass('not-safeguarded');
  },
};

/** Returns the work that the vacancy offers or, if it has no code, the candidate's own. */
function workOf({ vacancy, candidate }: Facts): readonly (string | null)[] {
  return vacancy.isco.length > 0 ? vacancy.isco : candidate.trades.map(({ isco }) => isco);
}
