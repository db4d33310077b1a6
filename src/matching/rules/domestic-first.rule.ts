import { exclude, pass, type Rule } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/**
 * Community preference: holds back candidates from outside while a fit candidate with preference is
 * left.
 */
export const domesticFirst: Rule = {
  code: 'domestic-first',
  basis: 'COM(2007) 248; Acts of Accession 2003 and 2005, Community preference',
  check: (facts) => {
    if (isDomestic(assignTier(facts))) return pass('has-preference');
    return facts.state.fitDomesticLeft > 0
      ? exclude('fit-domestic-candidate-left')
      : pass('no-fit-domestic-candidate-left');
  },
};
