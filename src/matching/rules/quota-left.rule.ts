import { type ReservedSeats, reservedSeats } from './reserved-seats.ts';
import { exclude, pass, type Result, type Rule } from './rule.ts';
import { assignTier } from './tiers.ts';

/** The only reason for which a candidate may be put on the waiting list of a national offer. */
export const QUOTA_FULL = 'quota-full';

const results: Record<ReservedSeats, (params: { country: string }) => Result> = {
  left: (params) => pass('quota-has-seats', params),
  'none-agreed': (params) => pass('no-quota-agreed', params),
  full: (params) => exclude(QUOTA_FULL, params),
  'none-offered': (params) => exclude('no-quota-offered', params),
};

/** Requires a seat for the candidate's country in each national offer that covers the vacancy. */
export const quotaLeft: Rule = {
  code: 'quota-left',
  basis: 'COM(2007) 248, quotas reserved for nationals of the partner country',
  check: (facts) => {
    const { tier, because: country } = assignTier(facts);
    if (tier !== '3') return pass('no-quota-needed');
    return results[reservedSeats(country, facts.state)]({ country });
  },
};
