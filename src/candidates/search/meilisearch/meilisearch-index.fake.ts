import { readFilter } from './meilisearch-filter.fake.ts';

type Document = Record<string, unknown>;

interface Settings {
  searchableAttributes?: string[];
  filterableAttributes?: string[];
  sortableAttributes?: string[];
}

interface SearchRequest {
  q?: string;
  filter?: string;
  offset?: number;
  limit?: number;
  sort?: string[];
  facets?: string[];
  attributesToRetrieve?: string[];
}

/** One index of MeilisearchFake: finds words with typing errors, filters, and counts facets. */
export class FakeIndex {
  readonly documents = new Map<string, Document>();
  settings: Settings = {};

  constructor(readonly primaryKey: string) {}

  put(documents: readonly Document[]): void {
    for (const document of documents) {
      this.documents.set(document[this.primaryKey] as string, structuredClone(document));
    }
  }

  search({ q = '', filter = '', offset = 0, limit = 20, ...wanted }: SearchRequest): object {
    const fits = readFilter(filter, this.settings.filterableAttributes ?? []);
    const hits = [...this.documents.values()]
      .filter(fits)
      .map((document) => ({ document, score: this.score(document, q) }))
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score || this.order(a.document, b.document, wanted.sort));
    const found = hits.map(({ document }) => document);
    return {
      hits: hits.slice(offset, offset + limit).map(({ document, score }) => ({
        ...picked(document, wanted.attributesToRetrieve),
        _rankingScore: score,
      })),
      query: q,
      processingTimeMs: 0,
      limit,
      offset,
      estimatedTotalHits: hits.length,
      facetDistribution: Object.fromEntries(
        (wanted.facets ?? []).map((facet) => [facet, distribution(found, facet)]),
      ),
      facetStats: {},
    };
  }

  private order(a: Document, b: Document, sort: readonly string[] = []): number {
    for (const rule of sort) {
      const [attribute = '', direction] = rule.split(':');
      if (!this.settings.sortableAttributes?.includes(attribute)) throw new Error(rule);
      const sign = String(a[attribute]) < String(b[attribute]) ? -1 : 1;
      if (a[attribute] !== b[attribute]) return direction === 'desc' ? -sign : sign;
    }
    return 0;
  }

  /** Every word must be found; each typing error lowers the score. */
  private score(document: Document, q: string): number {
    const asked = q.split(/\s+/).filter((word) => word !== '');
    const held = (this.settings.searchableAttributes ?? [])
      .flatMap((attribute) => document[attribute] as string[])
      .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u));
    const scores = asked.map((word, index) => bestMatch(word, held, index === asked.length - 1));
    return scores.reduce((product, score) => product * score, 1);
  }
}

function bestMatch(asked: string, held: readonly string[], begins: boolean): number {
  const phrase = /^"(.*)"$/.exec(asked)?.[1];
  if (phrase !== undefined) return held.includes(phrase) ? 1 : 0;
  const allowed = asked.length >= 9 ? 2 : asked.length >= 5 ? 1 : 0;
  const scores = held.map((word) => {
    const typos = editDistance(asked, word);
    if (typos <= allowed) return 1 - typos / 10;
    return begins && word.startsWith(asked) ? 0.95 : 0;
  });
  return Math.max(0, ...scores);
}

/** Returns the Levenshtein distance, computed row by row. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

function picked(document: Document, attributes: readonly string[] = ['*']): Document {
  if (attributes.includes('*')) return document;
  return Object.fromEntries(attributes.map((attribute) => [attribute, document[attribute]]));
}

function distribution(documents: readonly Document[], facet: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of documents.flatMap((document) => [document[facet]].flat())) {
    if (value === null || value === undefined) continue;
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}
