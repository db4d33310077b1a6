import { addMonths, dateOf, dayOf } from '../../calendar-days.ts';
import type { VacancyFacts } from '../../facts.ts';
import type { TestParameters } from '../../law/parameters/law-parameters.ts';
import {
  type AdvertisingEvidence,
  type CentreQuestion,
  evidenceFor,
} from './advertising-evidence.ts';
import { clip, type DayInterval, length, totalDays } from './day-intervals.ts';

/** How a test stands on a day, for a vacancy that would be filed on it. */
export type TestOutcome =
  /** `since`: the first day of what it relies on. */
  | { status: 'passed'; since: string }
  /** It passes on `until`, if what is shown now goes on. */
  | { status: 'running'; until: string }
  /** As things are, no day to come passes it. */
  | { status: 'failed'; because: TestFailure };

type TestFailure =
  | 'not-advertised'
  | 'ad-content-missing'
  | 'advertised-too-short'
  | 'test-expired'
  | 'job-centre-not-asked'
  | 'local-worker-available';

/** For how many days ahead a test is asked when it will pass. */
const HORIZON_DAYS = 800;

/** For how many days ahead a test that is passed is asked when it lapses; it is asked again then. */
const LAPSE_DAYS = 100;

/** How the test stands for the vacancy on the calendar day `on` of the state. */
export function judgeTest(test: TestParameters, vacancy: VacancyFacts, on: string): TestOutcome {
  const evidence = evidenceFor(test, vacancy);
  const today = dayOf(on);
  const since = reliedOn(test, evidence, today);
  if (since !== null) return { status: 'passed', since: dateOf(since) };
  for (let day = today + 1; isPending(test, evidence, today, day); day += 1) {
    if (reliedOn(test, evidence, day) !== null) return { status: 'running', until: dateOf(day) };
  }
  return { status: 'failed', because: failureOf(test, evidence, today) };
}

/**
 * The first day after `on` on which the test may stand otherwise by the same evidence, `yyyy-mm-dd`: it
 * is passed, or it lapses. Of one that does not lapse soon, a day by which it has to be asked again. Null
 * where the days that go by change nothing.
 */
export function turnOfTest(test: TestParameters, vacancy: VacancyFacts, on: string): string | null {
  const outcome = judgeTest(test, vacancy, on);
  if (outcome.status === 'running') return outcome.until;
  const mayLapse = test.withinMonths !== null || test.applyWithinDays !== null;
  if (outcome.status === 'failed' || !mayLapse) return null;
  const evidence = evidenceFor(test, vacancy);
  const last = dayOf(on) + LAPSE_DAYS;
  let day = dayOf(on) + 1;
  while (day < last) {
    const since = reliedOn(test, evidence, day);
    if (since === null) break;
    day = Math.min(last, Math.max(day, heldUntil(test, since)) + 1);
  }
  return dateOf(day);
}

/** Until when a filing may go on to rely on what one may rely on now: more is shown with each day, and nothing less. */
function heldUntil({ withinMonths, applyWithinDays }: TestParameters, since: number): number {
  const within = withinMonths === null ? Infinity : dayOf(addMonths(dateOf(since), withinMonths));
  return Math.min(within, since + (applyWithinDays ?? Infinity));
}

/**
 * Whether anything in the evidence may still make the test pass on `day`. A test of no days at all
 * still wants the vacancy to have been shown on a day before the filing.
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
 * The first day of what a filing on `day` may rely on, the latest that suffices and is in time: whoever advertises
 * again may rely on that alone. Null when there is nothing.
 */
function reliedOn(test: TestParameters, evidence: AdvertisingEvidence, day: number): number | null {
  const { withinMonths, applyWithinDays } = test;
  const from = withinMonths === null ? -Infinity : dayOf(addMonths(dateOf(day), -withinMonths));
  const counted = clip(evidence.shown, { from, to: day });
  const starts =
    test.duration === 'job-centre-silence'
      ? silencesSince(evidence.questions, test.days, day)
      : shownSince(test, counted, day);
  return starts.findLast((since) => day <= since + (applyWithinDays ?? Infinity)) ?? null;
}

/** The first days of publications from each of which on enough has been shown by `day`, the earliest first. */
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

/** When the centres were asked that stayed silent, or found nobody; an answer after the time is none. */
function silencesSince(questions: readonly CentreQuestion[], days: number, day: number): number[] {
  const settled = questions.filter(({ asked, answered, answer }) => {
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
  if (test.duration === 'job-centre-silence') {
    return questions.length === 0 ? 'job-centre-not-asked' : 'local-worker-available';
  }
  if (shown.length === 0) return lacksContent ? 'ad-content-missing' : 'not-advertised';
  const atAnyTime = { ...test, withinMonths: null, applyWithinDays: null };
  return reliedOn(atAnyTime, evidence, today) === null ? 'advertised-too-short' : 'test-expired';
}
