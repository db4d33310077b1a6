import type { AdvertisingFact, VacancyFacts } from '../../../src/matching/facts.ts';
import type { LawRule } from '../../../src/matching/law/law-rule.ts';

/**
 * The labour-market tests once more, by counting days one after another: slow, plain, and sharing
 * no code with the rules. It reads the same dated data, since law is data, and nothing else.
 */

type Test = LawRule<'labour-market-test'>['parameters'];

const DAY = 24 * 60 * 60 * 1000;
/** For how many days back and ahead of today the calendar goes. */
const BACK = 600;
const AHEAD = 200;

const calendars = new Map<string, string[]>();

/** The dates around today; today itself is number BACK. */
function calendarOf(today: string): string[] {
  const known = calendars.get(today);
  if (known) return known;
  const dates = Array.from({ length: BACK + AHEAD }, (_, index) =>
    new Date(Date.parse(today) + (index - BACK) * DAY).toISOString().slice(0, 10),
  );
  calendars.set(today, dates);
  return dates;
}

/** The same day some months before; where that month is too short, its last day. */
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

/** Of each day of the calendar, whether it was shown as the test asks. */
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

/** Whether silence, or the answer that nobody is there, lets one file on a day. */
function isSilenceEnough(test: Test, question: AdvertisingFact, on: string): boolean {
  const { fromOn, untilOn, answer } = question;
  const answeredOn = answer === undefined ? null : untilOn;
  const end = new Date(Date.parse(fromOn) + test.days * DAY).toISOString().slice(0, 10);
  if (answer === 'nobody-available' && answeredOn !== null && answeredOn <= on) return true;
  return end <= on && (answeredOn === null || answeredOn >= end);
}

/** Whether the days before number `filing` are enough, by walking through them one by one. */
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
  /** By the first day of each publication, how many days were shown from it on. */
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

/** `passed`, `never`, or the first date on which it is passed. */
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
        ? questions.some((one) => isSilenceEnough(test, one, on) && !late(one.fromOn, on))
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
 * The rules of one kind that decide where the work may be, a list for each place: every place that is named, or
 * the whole state, and every region that a rule is for and that is not ruled out.
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

/** How the vacancy stands: `passed`, `never`, or the date on which the last of its tests is passed. */
export function oracleTest(
  vacancy: VacancyFacts,
  rules: Readonly<Record<'labour-market-test', readonly LawRule<'labour-market-test'>[]>> &
    Readonly<Record<'test-exemption', readonly LawRule<'test-exemption'>[]>>,
  today: string,
): string {
  const starts = (own: readonly string[], codes: readonly string[]): boolean =>
    codes.length === 0 || codes.some((code) => own.some((one) => liesIn(one, code)));
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
