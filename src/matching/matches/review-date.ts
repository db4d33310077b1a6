import { addDays } from '../calendar-days.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { StateFacts, VacancyFacts } from '../facts.ts';
import type { Decision } from '../match-vacancy.ts';
import { turnOfTests } from '../rules/advertising/test-of-vacancy.ts';

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
  const look = (date: string | null): void => {
    if (date !== null && date > on && (first === null || date < first)) first = date;
  };
  const lookAfter = (last: string | null): void => {
    if (last !== null) look(addDays(last, 1));
  };
  lookAfter(vacancy.openUntilOn);
  look(turnOfTests(vacancy, { on, law }));
  for (const { waitUntilOn } of decisions) look(waitUntilOn);
  for (const { candidate, consents } of people) {
    for (const { givenOn, expiresOn } of consents) {
      look(givenOn);
      look(expiresOn);
    }
    for (const { fromOn, untilOn } of candidate.rights) {
      look(fromOn);
      lookAfter(untilOn);
    }
  }
  return first;
}
