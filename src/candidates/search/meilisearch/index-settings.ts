import type { Settings } from 'meilisearch';
import { FURTHEST_HIT } from '../search-cursor.ts';
import { emptyWords } from '../search-tokens.ts';
import type { MeilisearchDocument } from './meilisearch-document.ts';

type Attribute = keyof MeilisearchDocument;

const filterable: Attribute[] = [
  'organisationId',
  'isco',
  'esco',
  'desiredOccupations',
  'skills',
  'languages',
  'nationalities',
  'residenceCountry',
  'residencePermits',
  'euFamilyMember',
  'educationLevel',
  'licences',
  'availableFrom',
  'availableUntil',
  'consentCountries',
];

/**
 * Titles count before skills. Among equals the newest comes first, as ids are in order of creation.
 */
export const indexSettings: Settings = {
  searchableAttributes: ['titles', 'skillWords'] satisfies Attribute[],
  filterableAttributes: filterable,
  sortableAttributes: ['id'] satisfies Attribute[],
  rankingRules: ['words', 'typo', 'proximity', 'attribute', 'exactness', 'sort'],
  stopWords: [...emptyWords],
  typoTolerance: { enabled: true, minWordSizeForTypos: { oneTypo: 5, twoTypos: 9 } },
  // Each language is indexed at every level below its own, so a facet has several times the values
  // that it shows.
  faceting: { maxValuesPerFacet: 1_000, sortFacetValuesBy: { '*': 'count' } },
  pagination: { maxTotalHits: FURTHEST_HIT },
};
