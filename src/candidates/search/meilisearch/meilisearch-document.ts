import type { CandidateDocument } from '../indexing/candidate-document.ts';
import { plain, tokensUpTo } from '../search-tokens.ts';

/**
 * A document as Meilisearch keeps it: it compares numbers, not dates, so days become numbers; a language
 * comes with every lower level.
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

/** `2027-03-01` as 20270301. */
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
