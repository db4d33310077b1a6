import { addDays } from '../calendar-days.ts';
import { findTest } from './labour-market-tests.ts';
import { exclude, pass, type Rule, wait } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/** People from outside come after the vacancy was advertised inside for as long as the state asks. */
export const labourMarketTest: Rule = {
  code: 'labour-market-test',
  basis: 'COM(2007) 248; the test of the state of the vacancy',
  check: (facts) => {
    if (isDomestic(assignTier(facts))) return pass('not-subject-to-test');
    const { vacancy, state } = facts;
    const { days, citation } = findTest(vacancy.state, state.on);
    const [first] = vacancy.advertising.map(({ fromOn }) => fromOn).toSorted();
    const params = { state: vacancy.state, days, citation };
    if (first === undefined) return exclude('not-advertised', params);
    const until = addDays(first, days);
    return until <= state.on
      ? pass('test-passed', { ...params, since: first })
      : wait(until, 'test-running', params);
  },
};
