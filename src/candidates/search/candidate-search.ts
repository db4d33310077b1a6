import type { CandidateDocument } from './indexing/candidate-document.ts';

/** The index that answered. The caller sees it, so that a degraded answer is never silent. */
export type SearchSource = 'postgresql' | 'meilisearch';

/**
 * A language that is asked for: ISO 639-1, and the least CEFR level as a rank from 1 (A1) to 6
 * (C2).
 */
export interface AskedLanguage {
  code: string;
  rank: number;
}

/** A search by an agency among its candidates. Every condition must hold. */
export interface CandidateQuery {
  /** Free words on occupations, qualifications and skills; empty for none. */
  words: string;
  /**
   * ISCO-08 codes of 1 to 4 digits. At least one is a code of the candidate or a group that
   * contains it.
   */
  isco: readonly string[];
  /** ISO 3166-1 alpha-2; at least one must match. */
  residenceCountries: readonly string[];
  /** ISO 3166-1 alpha-2; at least one must match. */
  nationalities: readonly string[];
  /** The candidate has each of them, at this level or above. */
  languages: readonly AskedLanguage[];
  /**
   * The candidate has each of them: ESCO URIs, or words as the candidate wrote them, whatever their
   * case and accents.
   */
  skills: readonly string[];
  /** The least EQF level, or null. */
  educationLevel: number | null;
  /**
   * The day (`yyyy-mm-dd`) on which the candidate is available, or null. Candidates who named no
   * dates count as available.
   */
  availableOn: string | null;
  limit: number;
  /** `nextCursor` of the previous page, or null for the first. */
  cursor: string | null;
}

export const facetNames = [
  'isco',
  'nationality',
  'residenceCountry',
  'language',
  'educationLevel',
  'licence',
] as const;
export type FacetName = (typeof facetNames)[number];

/** The number of hits with each value: the 20 most frequent values, most frequent first. */
export type Facets = Record<FacetName, { value: string; count: number }[]>;

export interface CandidateHits {
  /** Best first. `score` is from 0 to 1, and 1 for all if no words were asked for. */
  hits: { id: string; score: number }[];
  total: number;
  facets: Facets;
  /** Null on the last page. */
  nextCursor: string | null;
  source: SearchSource;
}

/** The question which candidates to consider for a vacancy. */
export interface ProposalQuery {
  /** The country of the vacancy, ISO 3166-1 alpha-2; several for a pooled offer. */
  states: readonly string[];
  /** The ISCO-08 codes of the vacancy. */
  isco: readonly string[];
  /** The ESCO occupation URIs of the vacancy. */
  esco: readonly string[];
  /** The title of the vacancy, in any language. */
  words: string;
  /** ESCO URIs or words. */
  skills: readonly string[];
  /** The levels that the vacancy requires. */
  languages: readonly AskedLanguage[];
  /** Tiers 0 and 1 together, or all other candidates. */
  group: 'domestic' | 'third-country';
  /** The EU, the EEA and Switzerland, as reference/countries lists them. */
  tierZeroCountries: readonly string[];
  limit: number;
}

/**
 * Indexing of the candidates of a file. Their documents are written as lines while a separate
 * thread reads the file.
 */
export interface BulkIndexing {
  /**
   * Looks up the stems for pairs of word and stemmer; the writer of lines needs them. Returns one
   * list per pair.
   */
  stems: (
    pairs: readonly (readonly [word: string, stemmer: string])[],
  ) => Promise<readonly (readonly string[])[]>;
  /** Indexes new candidates from their lines: those whose id is in `only`, or all if it is null. */
  add: (lines: Uint8Array, only: readonly string[] | null) => Promise<void>;
}

/**
 * The search index over candidates. It only proposes: before showing or storing anything, the
 * caller reads the candidates again from the database under row-level security. The index holds no
 * direct identifier. Each tenant finds what it may see: an agency its own candidates, the system
 * all, and every other tenant none.
 */
export abstract class CandidateSearch {
  abstract readonly source: SearchSource;
  /** Null if documents can only be indexed through `index`. */
  readonly inBulk: BulkIndexing | null = null;

  /**
   * Indexes documents, replacing those with the same ids. They are found by the time this returns.
   */
  abstract index(documents: readonly CandidateDocument[]): Promise<void>;

  /**
   * Removes documents. They are gone from every answer by the time this returns. Unknown ids are
   * ignored.
   */
  abstract remove(ids: readonly string[]): Promise<void>;

  /**
   * Returns one page of the hits, with the facets over all of them. Tolerates typing errors in
   * words.
   */
  abstract search(query: CandidateQuery): Promise<CandidateHits>;

  /**
   * Returns the ids of a shortlist, best first. The order is by:
   * - whether the candidate consents to the state and has the languages,
   * - the closest occupation: the same ESCO occupation, then ISCO by 4, 3 and 2 shared digits, then
   *   words of the title alone,
   * - the most shared skills,
   * - the most shared words.
   *
   * It looks beyond the closest occupation only while fewer than half of the limit are ready to be
   * proposed. Only the group excludes candidates. A candidate held back by a rule is in the list,
   * as they must be told so.
   */
  abstract propose(query: ProposalQuery): Promise<string[]>;

  /**
   * Replaces the whole index by the given batches. Until the new index is complete, `search`
   * answers from the old one. Changes by `index` and `remove` meanwhile reach the new index too.
   * For this, no candidate of a batch may change in the database before the next batch is
   * requested.
   */
  abstract rebuild(documents: AsyncIterable<readonly CandidateDocument[]>): Promise<void>;
}
