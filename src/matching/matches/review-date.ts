import { addDays } from '../../platform/clock/calendar-days.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { StateFacts, VacancyFacts } from '../facts.ts';
import type { Decision } from '../match-vacancy.ts';
import { nextChangeOfTests } from '../rules/advertising/test-of-vacancy.ts';

/**
 * Returns the first date after the decisions, `yyyy-mm-dd`, on which the calendar alone may change
 * one of them; null if there is none. On it a wait ends, the vacancy closes, its labour-market test
 * is passed or lapses, or a consent, nationality or right of residence begins or ends. Changes by
 * states and partner countries arrive as events, and outdateForDate checks their dates. Scores
 * depend only on the day of the decision.
 */
export function reviewDate(
  vacancy: VacancyFacts,
  people: Iterable<KnownPerson>,
  decisions: readonly Decision[],
  { on, law }: Pick<StateFacts, 'on' | 'law'>,
): string | null {
  let first: string | null = null;
  const consider = (date: string | null): void => {
    if (date !== null && date > on && (first === null || date < first)) first = date;
  };
  const considerDayAfter = (last: string | null): void => {
    if (last !== null) consider(addDays(last, 1));
  };
  considerDayAfter(vacancy.openUntilOn);
  consider(nextChangeOfTests(vacancy, { on, law }));
  for (const { waitUntilOn } of decisions) consider(waitUntilOn);
  for (const { candidate, consents } of people) {
    for (const { givenOn, expiresOn } of consents) {
      consider(givenOn);
      consider(expiresOn);
    }
    for (const { fromOn, untilOn } of candidate.rights) {
      consider(fromOn);
      considerDayAfter(untilOn);
    }
  }
  return first;
}
