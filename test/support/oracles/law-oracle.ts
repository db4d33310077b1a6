import type { AdvertisingFact, VacancyFacts } from '../../../src/matching/facts.ts';
import type { LawRule } from '../../../src/matching/law/law-rule.ts';

/**
 * The labour-market tests once more, by counting days one after another. Slow, plain, and without
 * any code of the rules. It reads the same dated rules, because law is data, and nothing else.
 */

type Test = LawRule<'labour-market-test'>['parameters'];

const DAY = 24 * 60 * 60 * 1000;
/** How many days the calendar reaches back from today, and ahead. */
const BACK = 600;
const AHEAD = 200;

const calendars = new Map<string, string[]>();

/** Returns the dates around today; today itself has index BACK. */
function calendarOf(today: string): string[] {
  const known = calendars.get(today);
  if (known) return known;
  const dates = Array.from({ length: BACK + AHEAD }, (_, index) =>
    new Date(Date.parse(today) + (index - BACK) * DAY).toISOString().slice(0, 10),
  );
  calendars.set(today, dates);
  return dates;
}

/** Returns the same day some months earlier, or the last day of that month if it is too short. */
function monthsBefore(on: string, months: number): string {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  const index = year * 12 + (month - 1) - months;
  const form = (number: number): string => String(number).padStart(2, '0');
  const start = `${Math.floor(index / 12)}-${form((index % 12) + 1)}`;
  for (let last = day; ; last -= 1) {
    const date = new Date(`${start}-${form(last)}T00:00:00Z`);
    if (date.getUTCDate() === last && !Number.isNaN(date.getTime()))
      return `${start}-${form(last)}`;
  }
}

/**
 * Returns, for each day of the calendar, whether the vacancy was advertised as the test requires.
 */
function shownOn(test: Test, vacancy: VacancyFacts, calendar: readonly string[]): boolean[] {
  const counting = vacancy.advertising.filter(
    (ad) =>
      ad.channel !== 'job-centre' &&
      test.adContent.every((element) => (ad.carries ?? vacancy.content).includes(element)),
  );
  return calendar.map((on) => {
    const seen = counting.filter((ad) => ad.fromOn <= on && on <= (ad.untilOn ?? '9999-12-31'));
    return test.channels.length === 0
      ? seen.length > 0
      : test.channels.every((wanted) => seen.some(({ channel }) => channel === wanted));
  });
}

/**
 * Returns whether the silence of the job centre, or its answer that nobody is available, allows an
 * application on a day.
 */
function isSilenceEnough(test: Test, question: AdvertisingFact, on: string): boolean {
  const { fromOn, untilOn, answer } = question;
  const answeredOn = answer === undefined ? null : untilOn;
  const end = new Date(Date.parse(fromOn) + test.days * DAY).toISOString().slice(0, 10);
  if (answer === 'nobody-available' && answeredOn !== null && answeredOn <= on) return true;
  return end <= on && (answeredOn === null || answeredOn >= end);
}

/** Returns whether a centre found somebody in time, since the question was asked. */
function isOvertakenBy(
  test: Test,
  { fromOn }: AdvertisingFact,
  other: AdvertisingFact,
  on: string,
): boolean {
  const end = new Date(Date.parse(other.fromOn) + test.days * DAY).toISOString().slice(0, 10);
  const found = other.answer === 'somebody-available' ? other.untilOn : null;
  return found !== null && fromOn <= found && found <= on && found < end;
}

/**
 * Returns whether the days before index `filing` are enough, by walking through them one by one.
 */
function areDaysEnough(
  test: Test,
  shown: readonly boolean[],
  calendar: readonly string[],
  filing: number,
): boolean {
  const on = calendar[filing] ?? '';
  const earliest = test.withinMonths === null ? '' : monthsBefore(on, test.withinMonths);
  const latest = test.applyWithinDays;
  let [start, run] = [-1, 0];
  let found = false;
  /** By the first day of each publication, how many days the vacancy was advertised since then. */
  const totals = new Map<number, number>();
  for (let day = Math.max(0, shown.indexOf(true)); day < filing; day += 1) {
    const counts = shown[day] === true && (calendar[day] ?? '') >= earliest;
    if (counts && run === 0) totals.set((start = day), 0);
    run = counts ? run + 1 : 0;
    if (counts) for (const [from, total] of totals) totals.set(from, total + 1);
    const inTime = latest === null || filing - start <= latest;
    if (counts && run >= test.days && inTime) found = true;
  }
  if (test.duration === 'consecutive-days') return found;
  return [...totals].some(([from, total]) => {
    const enough = test.duration === 'total-days' ? total >= test.days : filing - from >= test.days;
    return enough && (latest === null || filing - from <= latest);
  });
}

/** Returns `passed`, `never`, or the first date on which the test is passed. */
function standing(test: Test, vacancy: VacancyFacts, today: string): string {
  const calendar = calendarOf(today);
  const shown = shownOn(test, vacancy, calendar);
  const questions = vacancy.advertising.filter(({ channel }) => channel === 'job-centre');
  if (questions.length === 0 && !shown.includes(true)) return 'never';
  const late = (fromOn: string, on: string): boolean =>
    test.applyWithinDays !== null &&
    Date.parse(on) - Date.parse(fromOn) > test.applyWithinDays * DAY;
  for (let filing = BACK; filing < calendar.length; filing += 1) {
    const on = calendar[filing] ?? '';
    const isPassed =
      test.duration === 'job-centre-silence'
        ? questions.some(
            (one) =>
              isSilenceEnough(test, one, on) &&
              !late(one.fromOn, on) &&
              !(test.withinMonths !== null && one.fromOn < monthsBefore(on, test.withinMonths)) &&
              !questions.some((other) => isOvertakenBy(test, one, other, on)),
          )
        : areDaysEnough(test, shown, calendar, filing);
    if (isPassed) return on === today ? 'passed' : on;
  }
  return 'never';
}

interface Placed {
  state: string | null;
  region: string | null;
}

const liesIn = (place: string, code: string): boolean => place.slice(0, code.length) === code;

/**
 * Returns the rules of one kind that decide at each place where the work may be. The places are
 * those that the vacancy names, or else the whole state, and every region inside them that a rule
 * names.
 */
export function oraclePlaces<R extends Placed>(
  regions: readonly string[],
  rules: readonly R[],
): { place: string; rules: R[] }[] {
  const named = rules.map(({ region }) => region ?? '').filter((region) => region !== '');
  const stated = regions.length === 0 ? [''] : [...regions];
  const possible = named.filter((region) => stated.some((own) => liesIn(region, own)));
  return [...stated, ...possible].map((place) => {
    const own = rules.filter(({ region }) => region !== null && liesIn(place, region));
    const national = rules.filter(({ region, state }) => region === null && state !== null);
    const union = rules.filter(({ state }) => state === null);
    return { place, rules: [own, national, union].find((some) => some.length > 0) ?? [] };
  });
}

/**
 * Returns the state of the vacancy's tests: `passed`, `never`, or the date on which the last of
 * them is passed.
 */
export function oracleTest(
  vacancy: VacancyFacts,
  rules: Readonly<Record<'labour-market-test', readonly LawRule<'labour-market-test'>[]>> &
    Readonly<Record<'test-exemption', readonly LawRule<'test-exemption'>[]>>,
  today: string,
): string {
  const starts = (own: readonly string[], codes: readonly string[]): boolean =>
    codes.length === 0 ||
    (own.length > 0 && !own.some((one) => !codes.some((code) => liesIn(one, code))));
  const isExemptAt = (place: string): boolean =>
    rules['test-exemption'].some(({ region, parameters: { isco, regions, ...asked } }) => {
      const pay = vacancy.annualPay;
      const least = asked.minimumAnnualPay;
      const paid =
        least === null || (pay !== null && pay.currency === asked.currency && pay.amount >= least);
      const permits = asked.permitCategories;
      const permitted = permits.length === 0 || permits.includes(vacancy.permitCategory);
      const inside = liesIn(place, region ?? '') && starts([place], regions);
      return paid && permitted && inside && starts(vacancy.isco, isco);
    });
  const results = oraclePlaces(vacancy.regions, rules['labour-market-test'])
    .filter(({ place }) => !isExemptAt(place))
    .flatMap((at) => at.rules.map(({ parameters }) => standing(parameters, vacancy, today)));
  if (results.includes('never')) return 'never';
  return (
    results
      .filter((result) => result !== 'passed')
      .sort()
      .at(-1) ?? 'passed'
  );
}
