import { isLive } from '../../candidates/consent-term.ts';
import type { ConsentFact, Facts } from '../facts.ts';
import { exclude, pass, type Rule } from './rule.ts';

/** Returns the consents to be matched in the state of the vacancy that apply on the day. */
function liveConsents({ vacancy, candidate, state }: Facts): ConsentFact[] {
  return candidate.consents.filter(
    (one) => isLive(one, state.on) && one.countries.includes(vacancy.state),
  );
}

/** Requires the candidate's consent to be matched in the state of the vacancy. */
export const consent: Rule = {
  code: 'consent',
  basis: 'Regulation (EU) 2016/679 Art. 6(1)(a) and 7',
  check: (facts) => {
    const { vacancy, candidate, state } = facts;
    if (liveConsents(facts).length > 0) return pass('consent-given');
    const { consents } = candidate;
    if (consents.length === 0) return exclude('consent-missing');
    const standing = consents.filter(({ withdrawn }) => !withdrawn);
    if (standing.length === 0) return exclude('consent-withdrawn');
    if (standing.every(({ expiresOn }) => expiresOn <= state.on)) return exclude('consent-expired');
    return exclude('consent-not-for-state', { state: vacancy.state });
  },
};
