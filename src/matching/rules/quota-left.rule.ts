import { exclude, pass, type Rule } from './rule.ts';
import { assignTier } from './tiers.ts';

/** The one reason that a person may wait out on a list of the offer. */
export const QUOTA_FULL = 'quota-full';

/** Every national offer that covers the vacancy has a seat left for the person's country. */
export const quotaLeft: Rule = {
  code: 'quota-left',
  basis: 'COM(2007) 248, quotas reserved for nationals of the partner country',
  check: (facts) => {
    const { tier, because: country } = assignTier(facts);
    if (tier !== '3') return pass('no-quota-needed');
    const { quotas, partnerships } = facts.state;
    const covering = quotas.filter(({ partnerCountry }) => partnerCountry === country);
    if (covering.some(({ remaining }) => remaining <= 0)) return exclude(QUOTA_FULL, { country });
    if (covering.length > 0) return pass('quota-has-seats', { country });
    const agreed = partnerships.some(
      ({ partnerCountry, components }) =>
        partnerCountry === country && components.includes('quotas'),
    );
    return agreed ? exclude('no-quota-offered', { country }) : pass('no-quota-agreed', { country });
  },
};
