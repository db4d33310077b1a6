import { addDays } from '../../platform/clock/calendar-days.ts';
import { decidingFor } from '../law/rules-of-places.ts';
import { pass, exclude, type Rule, wait } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/**
 * Shows only candidates with preference for some days after the first publication, if the state
 * says so.
 */
export const preferenceWindow: Rule = {
  code: 'preference-window',
  basis: 'COM(2007) 248, Community preference; the window of the state of the vacancy',
  check: (facts) => {
    const { vacancy, state } = facts;
    const windows = decidingFor(state.law['preference-window'], vacancy.regions);
    const [longest] = windows.toSorted((a, b) => b.parameters.days - a.parameters.days);
    if (!longest || isDomestic(assignTier(facts))) return pass('no-window');
    const params = {
      state: vacancy.state,
      days: longest.parameters.days,
      citation: longest.citation,
    };
    const shown = vacancy.advertising.filter(({ channel }) => channel !== 'job-centre');
    const [first] = shown.map(({ fromOn }) => fromOn).toSorted();
    if (first === undefined) return exclude('window-not-begun', params);
    const until = addDays(first, longest.parameters.days);
    return until <= state.on ? pass('window-over', params) : wait(until, 'window-open', params);
  },
};
