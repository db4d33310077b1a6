import { exclude, pass, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/** People from outside are matched under a partnership in force, or under the association law. */
export const partnershipInForce: Rule = {
  code: 'partnership-in-force',
  basis: 'COM(2007) 248, mobility partnerships',
  check: (facts) => {
    const assigned = assignTier(facts);
    if (isDomestic(assigned)) return pass('no-partnership-needed');
    const { tier, because } = assigned;
    if (tier === '2') return pass('association-law');
    if (tier === '3') return pass('partnership-in-force', { country: because });
    return exclude('no-partnership', { country: because, state: facts.vacancy.state });
  },
};
