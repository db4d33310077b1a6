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
  const dates = [
    openUntilOn === null ? null : addDays(openUntilOn, 1),
    ...decisions.map(({ waitUntilOn }) => waitUntilOn),
    ...candidates.flatMap(({ consents }) =>
      consents.flatMap(({ givenOn, expiresOn }) => [givenOn, expiresOn]),
    ),
  ];
  return (
    dates
      .filter((date) => date !== null && date > on)
      .toSorted()
      .at(0) ?? null
  );
}
