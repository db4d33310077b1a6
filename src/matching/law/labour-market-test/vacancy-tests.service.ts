import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.ts';
import { Database } from '../../../platform/database/database.ts';
import { getOne } from '../../../platform/database/rows.ts';
import { dateInState } from '../../../reference/countries/state-days.ts';
import { vacancyNotFound } from '../../../vacancies/vacancies.errors.ts';
import { Vacancy } from '../../../vacancies/vacancy.entity.ts';
import { vacancyFactsOf } from '../../facts/vacancy-facts.ts';
import { evidenceFor } from '../../rules/advertising/advertising-evidence.ts';
import { dateOf } from '../../../platform/clock/calendar-days.ts';
import { type DayInterval, gaps } from '../../rules/advertising/day-intervals.ts';
import { testOf, type VacancyTest } from '../../rules/advertising/test-of-vacancy.ts';
import type { VacancyFacts } from '../../facts.ts';
import type { ToldRule } from '../law-rule-version.entity.ts';
import type { LawQuestionQuery } from '../law-rules.dto.ts';
import { loadLaw } from '../law-rules.queries.ts';

/** A period in calendar dates. `untilOn` is the last day; null while it goes on. */
interface Period {
  fromOn: string;
  untilOn: string | null;
}

/** The state of a vacancy's labour-market test on a day, with the rule and the evidence. */
export interface VacancyTestView {
  on: string;
  status: VacancyTest['status'] | 'not-required';
  /** The day on which it will be passed; null unless it is running. */
  untilOn: string | null;
  /** The first day relied on; null unless it is passed. */
  sinceOn: string | null;
  /** Why no future day passes it; null unless it failed. */
  because: string | null;
  rule: ToldRule<'labour-market-test'> | ToldRule<'test-exemption'> | null;
  /** The periods in which the vacancy was shown as the rule requires, and the gaps between them. */
  counted: Period[];
  gaps: Period[];
}

/** The labour-market tests of vacancies, for any day and by the rules known at any moment. */
@Injectable()
export class VacancyTests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 for a vacancy that the caller cannot see */
  async of(vacancyId: string, { on, asOf }: LawQuestionQuery): Promise<VacancyTestView> {
    return this.database.transaction(async (sql) => {
      const vacancy = await getOne(sql, Vacancy, { id: vacancyId }, vacancyNotFound);
      const day = on ?? dateInState(vacancy.state, this.clock.now());
      const known = { asOf: asOf === undefined ? undefined : new Date(asOf) };
      const law = await loadLaw(sql, vacancy.state, day, known);
      const facts = vacancyFactsOf(vacancy);
      return viewOfTest(testOf(facts, { law, on: day }), facts, day);
    });
  }
}

/** Returns the test as the API shows it, with the days that were counted. */
function viewOfTest(test: VacancyTest | null, vacancy: VacancyFacts, on: string): VacancyTestView {
  const { rule = null, status = 'not-required' as const } = test ?? {};
  const counted =
    rule?.kind === 'labour-market-test' ? evidenceFor(rule.parameters, vacancy).shown : [];
  return {
    on,
    status,
    untilOn: test?.status === 'running' ? test.until : null,
    sinceOn: test?.status === 'passed' ? test.since : null,
    because: test?.status === 'failed' ? test.because : null,
    rule,
    counted: counted.map(periodOf),
    gaps: gaps(counted).map(periodOf),
  };
}

function periodOf({ from, to }: DayInterval): Period {
  return { fromOn: dateOf(from), untilOn: to === Infinity ? null : dateOf(to - 1) };
}
