import type { FacetDistribution } from 'meilisearch';
import type { CandidateDocument } from '../indexing/candidate-document.ts';
import {
  type CandidateHits,
  type CandidateQuery,
  CandidateSearch,
  type FacetName,
  facetNames,
  type Facets,
  type ProposalQuery,
} from '../candidate-search.ts';
import { nextCursor, offsetOf } from '../search-cursor.ts';
import { askedWords } from '../search-tokens.ts';
import { type MeilisearchDocument, toMeilisearch } from './meilisearch-document.ts';
import { searchFilter } from './meilisearch-filters.ts';
import {
  type MeilisearchConnection,
  MeilisearchIndexes,
  REBUILD_MS,
  succeeded,
} from './meilisearch-indexes.ts';
import { proposeFromMeilisearch } from './meilisearch-proposals.ts';

const facetAttributes: Record<FacetName, keyof MeilisearchDocument> = {
  isco: 'isco',
  nationality: 'nationalities',
  residenceCountry: 'residenceCountry',
  language: 'languages',
  educationLevel: 'educationLevel',
  licence: 'licences',
};

const FACET_VALUES = 20;

/** The search server at MEILI_URL, through its official client. */
export class MeilisearchCandidateSearch extends CandidateSearch {
  readonly source = 'meilisearch';
  private readonly indexes: MeilisearchIndexes;

  constructor(connection: MeilisearchConnection) {
    super();
    this.indexes = new MeilisearchIndexes(connection);
  }

  /** Returns whether there is an index to answer from. The first rebuild makes it. */
  async isReady(): Promise<boolean> {
    return this.indexes.exists();
  }

  async index(documents: readonly CandidateDocument[]): Promise<void> {
    if (documents.length === 0) return;
    const sent = documents.map(toMeilisearch);
    for (const index of await this.indexes.written()) await succeeded(index.addDocuments(sent));
  }

  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const index of await this.indexes.written()) {
      await succeeded(index.deleteDocuments([...ids]));
    }
  }

  async search(query: CandidateQuery): Promise<CandidateHits> {
    const filter = searchFilter(query);
    const offset = offsetOf(query.cursor);
    if (filter === null) return nobody;
    const q = askedWords(query.words).join(' ');
    const answer = await this.indexes.current.search(q, {
      filter,
      offset,
      limit: query.limit,
      matchingStrategy: 'all',
      sort: ['id:desc'],
      facets: Object.values(facetAttributes),
      attributesToRetrieve: ['id'],
      showRankingScore: true,
    });
    const scored = answer.hits.map(({ id, _rankingScore: score }) => ({
      id,
      score: q === '' ? 1 : (score ?? 0),
    }));
    const total = answer.estimatedTotalHits;
    return {
      hits: scored,
      total,
      facets: facetsOf((name) => valuesOf(name, answer.facetDistribution ?? {})),
      nextCursor: nextCursor(offset, scored.length, total),
      source: this.source,
    };
  }

  async propose(query: ProposalQuery): Promise<string[]> {
    return proposeFromMeilisearch(this.indexes, query);
  }

  async rebuild(documents: AsyncIterable<readonly CandidateDocument[]>): Promise<void> {
    const next = await this.indexes.begin();
    try {
      for await (const batch of documents) {
        await succeeded(next.addDocuments(batch.map(toMeilisearch)), REBUILD_MS);
      }
      await this.indexes.swap();
    } catch (error) {
      await this.indexes.forgetNext();
      throw error;
    }
  }
}

function facetsOf(values: (name: FacetName) => Facets[FacetName]): Facets {
  return Object.fromEntries(facetNames.map((name) => [name, values(name)])) as Facets;
}

const nobody: CandidateHits = {
  hits: [],
  total: 0,
  facets: facetsOf(() => []),
  nextCursor: null,
  source: 'meilisearch',
};

/**
 * Codes are indexed with every wider group, and languages with every lower level. Only one of each
 * is counted.
 */
const shown: Partial<Record<FacetName, RegExp>> = { isco: /^(\d{4})$/, language: /^(.+):1$/ };

function valuesOf(name: FacetName, distribution: FacetDistribution): Facets[FacetName] {
  const pattern = shown[name] ?? /^(.*)$/s;
  return Object.entries(distribution[facetAttributes[name]] ?? {})
    .flatMap(([token, count]) => {
      const value = pattern.exec(token)?.[1];
      return value === undefined ? [] : [{ value, count }];
    })
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, FACET_VALUES);
}
