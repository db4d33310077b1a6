import type { CandidateDocument } from '../indexing/candidate-document.ts';
import { plain, tokensUpTo } from '../search-tokens.ts';

/**
 * A document as Meilisearch keeps it. The server compares numbers, not dates, so days are numbers.
 * A language has a token for every lower level too.
 */
export interface MeilisearchDocument extends Omit<
  CandidateDocument,
  'groupTitles' | 'availableFromOn' | 'availableUntilOn'
> {
  availableFrom: number;
  availableUntil: number;
}

const FIRST_DAY = 0;
const LAST_DAY = 9999_12_31;

/** Returns `2027-03-01` as 20270301. */
export function dayNumber(on: string): number {
  return Number(on.replaceAll('-', ''));
}

export function toMeilisearch(document: CandidateDocument): MeilisearchDocument {
  const { groupTitles, availableFromOn, availableUntilOn, ...rest } = document;
  return {
    ...rest,
    titles: [...document.titles, ...groupTitles].map(plain),
    languages: document.languages.flatMap(tokensUpTo),
    skillWords: document.skillWords.map(plain),
    availableFrom: availableFromOn === null ? FIRST_DAY : dayNumber(availableFromOn),
    availableUntil: availableUntilOn === null ? LAST_DAY : dayNumber(availableUntilOn),
  };
}
