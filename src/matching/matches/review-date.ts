import { addDays } from '../calendar-days.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import type { Decision } from '../match-vacancy.ts';

/**
 * The first date after `on` on which the calendar alone may change a decision: somebody's wait ends,
 * the vacancy closes, a consent begins or expires. What states and partners change has its own word.
 */
export function reviewDate(
  vacancy: VacancyFacts,
  candidates: readonly CandidateFacts[],
  decisions: readonly Decision[],
  on: string,
): string | null {
  const { openUntilOn } = vacancy;
  let first: string | null = null;
  const look = (date: string | null): void => {
    if (date !== null && date > on && (first === null || date < first)) first = date;
  };
  if (openUntilOn !== null) look(addDays(openUntilOn, 1));
  for (const { waitUntilOn } of decisions) look(waitUntilOn);
  for (const { givenOn, expiresOn } of candidates.flatMap(({ consents }) => consents)) {
    look(givenOn);
    look(expiresOn);
  }
  return first;
}
