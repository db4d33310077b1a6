import type { StateFacts, VacancyFacts } from '../../facts.ts';
import type { LawRule } from '../../law/law-rule.ts';
import { isExempt } from './exemption.ts';
import { judgeTest, type TestOutcome, turnOfTest } from './judge-test.ts';

/** How the state's test stands for a vacancy, and by which rule. */
export type VacancyTest =
  | { status: 'exempt'; rule: LawRule<'test-exemption'> }
  | (TestOutcome & { rule: LawRule<'labour-market-test'> });

type Situation = Pick<StateFacts, 'law' | 'on'>;

/** The test depends on no person: it is judged once for all those of a shortlist. */
const judged = new WeakMap<VacancyFacts, Situation & { test: VacancyTest }>();

/** The test of the vacancy on the day; null where no rule asks for one. Pure. */
export function testOf(vacancy: VacancyFacts, { law, on }: Situation): VacancyTest | null {
  const known = judged.get(vacancy);
  if (known?.law === law && known.on === on) return known.test;
  const test = judge(vacancy, { law, on });
  if (test) judged.set(vacancy, { law, on, test });
  return test;
}

/** The first day after `on` on which the test may stand otherwise by the same law; see turnOfTest. */
export function turnOfTests(vacancy: VacancyFacts, { law, on }: Situation): string | null {
  if (testOf(vacancy, { law, on })?.status === 'exempt') return null;
  const turns = testsFor(vacancy, law['labour-market-test']).map(({ parameters }) =>
    turnOfTest(parameters, vacancy, on),
  );
  return turns.filter((day) => day !== null).toSorted()[0] ?? null;
}

const worst = { failed: 2, running: 1, passed: 0 };

function judge(vacancy: VacancyFacts, { law, on }: Situation): VacancyTest | null {
  const exempt = law['test-exemption'].find(({ parameters }) =>
    isExempt(parameters, vacancy, law['shortage-list']),
  );
  if (exempt) return { status: 'exempt', rule: exempt };
  const outcomes = testsFor(vacancy, law['labour-market-test']).map((rule) => ({
    rule,
    ...judgeTest(rule.parameters, vacancy, on),
  }));
  const [decisive] = outcomes.toSorted(
    (a, b) => worst[b.status] - worst[a.status] || untilOf(b).localeCompare(untilOf(a)),
  );
  return decisive ?? null;
}

const untilOf = (outcome: TestOutcome): string =>
  outcome.status === 'running' ? outcome.until : '';

/**
 * The tests that the vacancy has to pass: those of the regions where the work is or, where the place
 * is not known that exactly, may be; else the state's; else the Union's.
 */
function testsFor(
  { regions }: VacancyFacts,
  tests: readonly LawRule<'labour-market-test'>[],
): readonly LawRule<'labour-market-test'>[] {
  const regional = tests.filter(
    ({ region }) =>
      region !== null &&
      (regions.length === 0 ||
        regions.some((own) => own.startsWith(region) || region.startsWith(own))),
  );
  if (regional.length > 0) return regional;
  const national = tests.filter(({ state, region }) => state !== null && region === null);
  return national.length > 0 ? national : tests.filter(({ state }) => state === null);
}
