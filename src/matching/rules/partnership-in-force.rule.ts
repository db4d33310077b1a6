import { countryName } from '../../reference/countries/countries.ts';
import { sectorName, withdrawnFavour } from './pressed-sector-scope.ts';
import { exclude, pass, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/** Requires a partnership in force, or association law, for candidates from outside. */
export const partnershipInForce: Rule = {
  code: 'partnership-in-force',
  basis: 'COM(2007) 248, mobility partnerships',
  check: (facts) => {
    const assigned = assignTier(facts);
    if (isDomestic(assigned)) return pass('no-partnership-needed');
    const { tier, because } = assigned;
    if (tier === '2') return pass('association-law');
    if (tier === '3') return pass('partnership-in-force', { country: because });
    const sector = withdrawnFavour(facts);
    if (!sector) return exclude('no-partnership', { country: because, state: facts.vacancy.state });
    const country = countryName(sector.partnerCountry);
    return exclude('favour-withdrawn', { country, sector: sectorName(sector) });
  },
};
