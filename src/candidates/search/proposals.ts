import type { CandidateDocument } from './indexing/candidate-document.ts';
import type { ProposalQuery } from './candidate-search.ts';
import { iscoAt, tokensFrom, skillToken, wordsOf } from './search-tokens.ts';

/** How near an occupation must be: the digits of ISCO-08 that it shares, or words alone. */
export type Nearness = 4 | 3 | 2 | 'words';

/**
 * Returns the steps for which the vacancy gives anything, nearest first. Each step includes those
 * before it.
 */
export function nearnessSteps(query: ProposalQuery): Nearness[] {
  const digits = ([4, 3, 2] as const).filter(
    (count) => iscoAt(query.isco, count).length > 0 || (count === 4 && query.esco.length > 0),
  );
  return wordsOf(query.words).length > 0 ? [...digits, 'words'] : digits;
}

/**
 * Returns whether enough candidates are ready: half of a shortlist that is ready is worth more than
 * candidates from other occupations.
 */
export function isEnough(ready: number, limit: number): boolean {
  return ready >= limit / 2;
}

type Compared = Pick<
  CandidateDocument,
  'id' | 'titles' | 'isco' | 'esco' | 'desiredOccupations' | 'skills' | 'languages'
  | 'consentCountries' // prettier-ignore
>;

/** Returns whether the candidate consents to the state of the vacancy and has its languages. */
export function isReady(document: Compared, query: ProposalQuery): boolean {
  return (
    shared(document.consentCountries, query.states) > 0 &&
    query.languages.every(
      ({ code, rank }) => shared(document.languages, tokensFrom(code, rank)) > 0,
    )
  );
}

/**
 * Sorts documents in the order that CandidateSearch.propose promises, for an engine that cannot.
 */
export function ranked<T extends Compared>(documents: readonly T[], query: ProposalQuery): T[] {
  const skills = query.skills.map(skillToken);
  const words = wordsOf(query.words);
  return documents
    .map((document) => ({
      document,
      rank: [
        Number(isReady(document, query)),
        closeness(document, query),
        shared(document.skills, skills),
        shared(wordsOf(document.titles.join(' ')), words),
      ],
    }))
    .toSorted((a, b) => compare(b.rank, a.rank) || (a.document.id < b.document.id ? -1 : 1))
    .map(({ document }) => document);
}

function closeness(document: Compared, query: ProposalQuery): number {
  if (shared(document.esco, query.esco) > 0) return 10;
  for (const digits of [4, 3, 2]) {
    const codes = iscoAt(query.isco, digits);
    if (shared(document.isco, codes) > 0) return 2 * digits;
    if (shared(document.desiredOccupations, codes) > 0) return 2 * digits - 1;
  }
  return 0;
}

function shared(held: readonly string[], asked: readonly string[]): number {
  return held.filter((value) => asked.includes(value)).length;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, place) => value !== b[place]);
  return index === -1 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}
