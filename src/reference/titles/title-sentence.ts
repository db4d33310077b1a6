import { iscoTitle } from '../isco/isco.ts';
import type { ReadOccupation } from './title-reader.ts';

/** The most groups to suggest. */
const SUGGESTED = 3;

/** The least confidence of a suggestion. A less probable one does not help to choose. */
const WORTH_SAYING = 0.15;

/**
 * Returns ` Did you mean 7212 Welders and flamecutters, or ...?`; empty if there is nothing to
 * suggest.
 */
export function didYouMean(candidates: readonly ReadOccupation[]): string {
  const likely = candidates.filter(({ confidence }) => confidence >= WORTH_SAYING);
  const groups = [...new Set(likely.map(({ isco }) => isco))].slice(0, SUGGESTED);
  if (groups.length === 0) return '';
  return ` Did you mean ${groups.map(groupName).join(', or ')}?`;
}

/**
 * Returns `Read as 7212 Welders and flamecutters from a list of words that no authority has checked
 * ...`.
 */
export function readAs({ isco, unverified }: ReadOccupation): string {
  const by = unverified
    ? ' from a list of words that no authority has checked; confirm the code'
    : '';
  return `Read as ${groupName(isco)}${by}.`;
}

const groupName = (isco: string): string => `${isco} ${iscoTitle(isco) ?? ''}`.trim();
