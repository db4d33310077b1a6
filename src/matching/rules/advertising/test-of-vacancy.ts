import type { StateFacts, VacancyFacts } from '../../facts.ts';
import type { Law, LawRule } from '../../law/law-rule.ts';
import { decidingAt, placesOf } from '../../law/rules-of-places.ts';
import { isExempt } from './exemption.ts';
import { judgeTest, type TestOutcome, nextChangeOfTest } from './judge-test.ts';

/** The state of a vacancy's labour-market test, and the rule that decides it. */
export type VacancyTest =
  | { status: 'exempt'; rule: LawRule<'test-exemption'> }
  | (TestOutcome & { rule: LawRule<'labour-market-test'> });

type Situation = Pick<StateFacts, 'law' | 'on'>;

/** Results by vacancy. The test does not depend on the candidate: a shortlist needs it once. */
const judged = new WeakMap<VacancyFacts, Situation & { test: VacancyTest }>();

/** Returns the test of the vacancy on the day; null if no rule requires one. Pure. */
export function testOf(vacancy: VacancyFacts, { law, on }: Situation): VacancyTest | null {
  const known = judged.get(vacancy);
  if (known?.law === law && known.on === on) return known.test;
  const test = judge(vacancy, { law, on });
  if (test) judged.set(vacancy, { law, on, test });
  return test;
}

/**
 * Returns the first day after `on` on which the test may have another result by the same law; see
 * nextChangeOfTest.
 */
export function nextChangeOfTests(vacancy: VacancyFacts, { law, on }: Situation): string | null {
  const turns = requiredTestsOf(vacancy, law).tests.map(({ parameters }) =>
    nextChangeOfTest(parameters, vacancy, on),
  );
  return turns.filter((day) => day !== null).toSorted()[0] ?? null;
}

const worst = { failed: 3, running: 2, passed: 1, exempt: 0 };

function judge(vacancy: VacancyFacts, { law, on }: Situation): VacancyTest | null {
  const { tests, exemptions } = requiredTestsOf(vacancy, law);
  const outcomes: VacancyTest[] = [
    ...tests.map((rule) => ({ rule, ...judgeTest(rule.parameters, vacancy, on) })),
    ...exemptions.map((rule) => ({ status: 'exempt' as const, rule })),
  ];
  const [decisive] = outcomes.toSorted(
    (a, b) => worst[b.status] - worst[a.status] || untilOf(b).localeCompare(untilOf(a)),
  );
  return decisive ?? null;
}

const untilOf = (outcome: VacancyTest): string =>
  outcome.status === 'running' ? outcome.until : '';

/** What the law requires of a vacancy. */
interface RequiredTests {
  /** The tests, all of which have to be passed. */
  tests: readonly LawRule<'labour-market-test'>[];
  /** The exemptions because of which the other places need no test. */
  exemptions: readonly LawRule<'test-exemption'>[];
}

/**
 * Collects the tests of every place where the work is, or may be. An exemption replaces the tests
 * of its place.
 */
function requiredTestsOf(vacancy: VacancyFacts, law: Law): RequiredTests {
  const all = law['labour-market-test'];
  const tests = new Set<LawRule<'labour-market-test'>>();
  const exemptions = new Set<LawRule<'test-exemption'>>();
  for (const place of placesOf(vacancy.regions, all)) {
    const exempt = law['test-exemption'].find((one) => isExempt(one, vacancy, { law, place }));
    if (exempt) exemptions.add(exempt);
    else for (const test of decidingAt(all, place)) tests.add(test);
  }
  return { tests: [...tests], exemptions: [...exemptions] };
}
