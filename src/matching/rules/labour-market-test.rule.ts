import { type VacancyTest, testOf } from './advertising/test-of-vacancy.ts';
import { exclude, pass, type Reason, type Result, type Rule, wait } from './rule.ts';
import { assignTier, isDomestic } from './tiers.ts';

/** Holds back candidates from outside until the vacancy was advertised as its state requires. */
export const labourMarketTest: Rule = {
  code: 'labour-market-test',
  basis: 'COM(2007) 248; the test of the state of the vacancy',
  check: (facts) => {
    if (isDomestic(assignTier(facts))) return pass('not-subject-to-test');
    const { vacancy, state } = facts;
    return resultOfTest(testOf(vacancy, state), vacancy.state);
  },
};

/**
 * Returns what the test of the vacancy means for candidates from outside. `test` is null if none is
 * required.
 */
export function resultOfTest(test: VacancyTest | null, state: string): Result {
  if (!test) return pass('no-test-required', { state });
  const params = paramsOf(test, state);
  if (test.status === 'exempt') return pass('test-exempt', params);
  if (test.status === 'passed') return pass('test-passed', { ...params, since: test.since });
  if (test.status === 'running') return wait(test.until, 'test-running', params);
  return exclude(test.because, params);
}

function paramsOf({ rule }: VacancyTest, state: string): Reason['params'] {
  const { kind, citation, parameters } = rule;
  return kind === 'labour-market-test'
    ? { state, days: parameters.days, citation }
    : { state, citation };
}
