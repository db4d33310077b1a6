import type { SearchParams } from 'meilisearch';
import type { ProposalQuery } from '../candidate-search.ts';
import { isEnough, isReady, type Nearness, nearnessSteps, ranked } from '../proposals.ts';
import { wordsOf } from '../search-tokens.ts';
import { allOf } from './filter-builder.ts';
import type { MeilisearchDocument } from './meilisearch-document.ts';
import { groupFilter, nearFilter, readyFilter } from './meilisearch-filters.ts';
import type { MeilisearchIndexes } from './meilisearch-indexes.ts';

/**
 * The number of candidates compared for each place of the shortlist, as Meilisearch cannot order by
 * shared skills.
 */
const COMPARED_PER_PLACE = 4;
const MOST_COMPARED = 1_000;
const SHORTEST_WORD = 3;

const compared = [
  'id',
  'titles',
  'isco',
  'esco',
  'desiredOccupations',
  'skills',
  'languages',
  'consentCountries',
] as const satisfies (keyof MeilisearchDocument)[];

/** Fetches the nearest candidates, looks wider while too few are ready, and ranks them here. */
export async function proposeFromMeilisearch(
  indexes: MeilisearchIndexes,
  query: ProposalQuery,
): Promise<string[]> {
  const group = groupFilter(query);
  if (group === null) return [];
  const found = new Map<string, MeilisearchDocument>();
  for (const nearness of nearnessSteps(query)) {
    const results = await indexes.searchEach(queriesFor(query, nearness, group));
    for (const hit of results.flatMap(({ hits }) => hits)) found.set(hit.id, hit);
    const ready = [...found.values()].filter((document) => isReady(document, query)).length;
    if (isEnough(ready, query.limit)) break;
  }
  return ranked([...found.values()], query)
    .slice(0, query.limit)
    .map(({ id }) => id);
}

function queriesFor(query: ProposalQuery, nearness: Nearness, group: string): SearchParams[] {
  const limit = Math.min(MOST_COMPARED, query.limit * COMPARED_PER_PLACE);
  const ask = (filters: string[], q = ''): SearchParams => ({
    q,
    filter: allOf(group, ...filters),
    limit,
    sort: ['id:desc'],
    attributesToRetrieve: [...compared],
  });
  const near = nearFilter(query, nearness);
  const occupations = near === null ? [] : [ask([near, readyFilter(query)]), ask([near])];
  if (nearness !== 'words') return occupations;
  const words = wordsOf(query.words).filter((word) => word.length >= SHORTEST_WORD);
  // In quotation marks a word matches only itself, not the beginning of others.
  return [...occupations, ...words.map((word) => ask([], `"${word}"`))];
}
