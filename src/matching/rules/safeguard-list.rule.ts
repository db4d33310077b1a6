import { countryName } from '../../reference/countries/countries.ts';
import type { Facts } from '../facts.ts';
import { type Lying, lyingOf } from './pressed-sector-scope.ts';
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
    for (const { parameters, citation } of lists) {
      const country = candidate.nationalities.find((own) => parameters.countries.includes(own));
      if (country === undefined) continue;
      const lying = lyingInAny(parameters.isco, facts);
      if (lying === 'outside') continue;
      const code = lying === 'inside' ? 'safeguarded' : 'safeguard-not-ruled-out';
      return exclude(code, { country: countryName(country), citation });
    }
    return pass('not-safeguarded');
  },
};

/**
 * Compares the work that the vacancy offers or, if it has no code at all, the candidate's own. Work
 * without an ISCO code may be protected.
 */
function lyingInAny(groups: readonly string[], { vacancy, candidate }: Facts): Lying {
  const { isco, esco } = vacancy;
  const trades = candidate.trades.flatMap((trade) => trade.isco ?? []);
  const work = isco.length > 0 ? isco : trades;
  const found = groups.map((group) => lyingOf(work, group));
  if (found.includes('inside')) return 'inside';
  const isUntold = work.length === 0 || (isco.length === 0 && esco.length > 0);
  return isUntold || found.includes('perhaps') ? 'perhaps' : 'outside';
}
