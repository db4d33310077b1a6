import { addMonths, dateOf, dayOf } from '../../../platform/clock/calendar-days.ts';
import type { VacancyFacts } from '../../facts.ts';
import type { TestParameters } from '../../law/parameters/law-parameters.ts';
import {
  type AdvertisingEvidence,
  type CentreQuestion,
  evidenceFor,
} from './advertising-evidence.ts';
import { clip, type DayInterval, length, totalDays } from './day-intervals.ts';

/** The state of a test on a day, for a vacancy that would be filed on that day. */
export type TestOutcome =
  /** `since`: the first day of the evidence relied on. */
  | { status: 'passed'; since: string }
  /** It passes on `until` if current advertising goes on. */
  | { status: 'running'; until: string }
  /** No future day passes it with the present evidence. */
  | { status: 'failed'; because: TestFailure };

type TestFailure =
  | 'not-advertised'
  | 'ad-content-missing'
  | 'advertised-too-short'
  | 'test-expired'
  | 'job-centre-not-asked'
  | 'local-worker-available';

/** How many days ahead to search for the day on which a test passes. */
const HORIZON_DAYS = 800;

/**
 * How many days ahead to search for the day on which a passed test lapses; it is checked again
 * then.
 */
const LAPSE_DAYS = 100;

/** Returns the state of the test for the vacancy on the calendar day `on` of the state. */
export function judgeTest(test: TestParameters, vacancy: VacancyFacts, on: string): TestOutcome {
  const evidence = evidenceFor(test, vacancy);
  const today = dayOf(on);
  const since = firstDayReliedOn(test, evidence, today);
  if (since !== null) return { status: 'passed', since: dateOf(since) };
  for (let day = today + 1; isPending(test, evidence, today, day); day += 1) {
    if (firstDayReliedOn(test, evidence, day) !== null)
      return { status: 'running', until: dateOf(day) };
  }
  return { status: 'failed', because: failureOf(test, evidence, today) };
}

/**
 * Returns the first day after `on`, `yyyy-mm-dd`, on which the same evidence may give another
 * result: the test passes or lapses. For a test that does not lapse soon, returns a day by which to
 * check again. Returns null if the passing of time changes nothing.
 */
export function nextChangeOfTest(
  test: TestParameters,
  vacancy: VacancyFacts,
  on: string,
): string | null {
  const outcome = judgeTest(test, vacancy, on);
  if (outcome.status === 'running') return outcome.until;
  const mayLapse = test.withinMonths !== null || test.applyWithinDays !== null;
  if (outcome.status === 'failed' || !mayLapse) return null;
  const evidence = evidenceFor(test, vacancy);
  const last = dayOf(on) + LAPSE_DAYS;
  let day = dayOf(on) + 1;
  while (day < last) {
    const since = firstDayReliedOn(test, evidence, day);
    if (since === null) break;
    day = Math.min(last, Math.max(day, heldUntil(test, since)) + 1);
  }
  return dateOf(day);
}

/**
 * Returns the last day on which a filing may rely on advertising since `since`. Until then,
 * evidence only grows.
 */
function heldUntil({ withinMonths, applyWithinDays }: TestParameters, since: number): number {
  const within = withinMonths === null ? Infinity : dayOf(addMonths(dateOf(since), withinMonths));
  return Math.min(within, since + (applyWithinDays ?? Infinity));
}

/**
 * Returns whether the evidence may still make the test pass on `day`. Even a test of no days
 * requires that the vacancy was shown on a day before the filing.
 */
function isPending(
  { days }: TestParameters,
  { shown, questions }: AdvertisingEvidence,
  today: number,
  day: number,
): boolean {
  const begin = [...shown.map(({ from }) => from), ...questions.map(({ asked }) => asked), today];
  const last = Math.max(...begin) + Math.max(days, 1);
  return begin.length > 1 && day <= Math.min(last, today + HORIZON_DAYS);
}

/**
 * Returns the first day of the evidence that a filing on `day` may rely on; null if there is none.
 * Of several, the latest that suffices and is in time counts: an employer that advertises again may
 * rely on that alone.
 */
function firstDayReliedOn(
  test: TestParameters,
  evidence: AdvertisingEvidence,
  day: number,
): number | null {
  const { withinMonths, applyWithinDays } = test;
  const from = withinMonths === null ? -Infinity : dayOf(addMonths(dateOf(day), -withinMonths));
  const counted = clip(evidence.shown, { from, to: day });
  const starts =
    test.duration === 'job-centre-silence'
      ? silencesSince(evidence.questions, test.days, day).filter((asked) => asked >= from)
      : shownSince(test, counted, day);
  return starts.findLast((since) => day <= since + (applyWithinDays ?? Infinity)) ?? null;
}

/**
 * Returns the first days of the publications since which enough has been shown by `day`, earliest
 * first.
 */
function shownSince(
  { duration, days }: TestParameters,
  counted: readonly DayInterval[],
  day: number,
): number[] {
  const suffices = (run: DayInterval, at: number): boolean => {
    if (duration === 'days-elapsed') return day - run.from >= days;
    if (duration === 'total-days') return totalDays(counted.slice(at)) >= days;
    return length(run) >= days;
  };
  return counted.filter(suffices).map(({ from }) => from);
}

/**
 * Returns the days on which job centres were asked that stayed silent or found nobody, earliest
 * first. An answer after the period counts as silence. An answer in time that somebody is available
 * overtakes every question asked until then, as employers may ask several centres.
 */
function silencesSince(questions: readonly CentreQuestion[], days: number, day: number): number[] {
  const foundSomebody = questions.filter(
    ({ asked, answered, answer }) =>
      answer === 'somebody-available' && answered < asked + days && answered <= day,
  );
  const settled = questions.filter(({ asked, answered, answer }) => {
    if (foundSomebody.some((other) => asked <= other.answered)) return false;
    const silent = asked + days <= Math.min(day, answered);
    return silent || (answer === 'nobody-available' && answered <= day);
  });
  return settled.map(({ asked }) => asked).toSorted((a, b) => a - b);
}

function failureOf(
  test: TestParameters,
  evidence: AdvertisingEvidence,
  today: number,
): TestFailure {
  const { shown, questions, lacksContent } = evidence;
  const isAsked = test.duration === 'job-centre-silence';
  if (isAsked && questions.length === 0) return 'job-centre-not-asked';
  if (!isAsked && shown.length === 0) return lacksContent ? 'ad-content-missing' : 'not-advertised';
  const atAnyTime = { ...test, withinMonths: null, applyWithinDays: null };
  if (firstDayReliedOn(atAnyTime, evidence, today) !== null) return 'test-expired';
  return isAsked ? 'local-worker-available' : 'advertised-too-short';
}
