import type { CandidateDocument } from './indexing/candidate-document.ts';

/** Which index answered: shown to the caller, so that a degraded answer is never silent. */
export type SearchSource = 'postgresql' | 'meilisearch';

/** A language that is asked for: ISO 639-1 and the least CEFR level as a rank, A1 = 1 ... C2 = 6. */
export interface AskedLanguage {
  code: string;
  rank: number;
}

/** What an agency looks for among its candidates. Everything given must hold. */
export interface CandidateQuery {
  /** Free words on occupations, qualifications and skills; empty for none. */
  words: string;
  /** ISCO-08 codes of 1 to 4 digits: at least one is the candidate's own, or holds it. */
  isco: readonly string[];
  /** ISO 3166-1 alpha-2, at least one. */
  residenceCountries: readonly string[];
  /** ISO 3166-1 alpha-2, at least one. */
  nationalities: readonly string[];
  /** Each of them, at the level or above. */
  languages: readonly AskedLanguage[];
  /** Each of them: ESCO URIs or words as the candidate wrote them, whatever case and accents. */
  skills: readonly string[];
  /** EQF, at least. */
  educationLevel: number | null;
  /** `yyyy-mm-dd`. Candidates who named no dates count as available. */
  availableOn: string | null;
  limit: number;
  /** `nextCursor` of the page before. */
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

/** How many of all hits have each value: the most frequent 20, most frequent first. */
export type Facets = Record<FacetName, { value: string; count: number }[]>;

export interface CandidateHits {
  /** Best first; `score` from 0 to 1, 1 for all where no words were asked. */
  hits: { id: string; score: number }[];
  total: number;
  facets: Facets;
  /** null on the last page. */
  nextCursor: string | null;
  source: SearchSource;
}

/** Which people to consider for a vacancy. */
export interface ProposalQuery {
  /** The country of the vacancy, ISO 3166-1 alpha-2; several for a pooled offer. */
  states: readonly string[];
  /** ISCO-08 codes of the vacancy. */
  isco: readonly string[];
  /** ESCO occupation URIs of the vacancy. */
  esco: readonly string[];
  /** The title of the vacancy, in any language. */
  words: string;
  /** ESCO URIs or words. */
  skills: readonly string[];
  /** The levels that the vacancy requires. */
  languages: readonly AskedLanguage[];
  /** Tiers 0 and 1 together, or everybody else. */
  group: 'domestic' | 'third-country';
  /** EU, EEA and Switzerland, as reference/countries lists them. */
  tierZeroCountries: readonly string[];
  limit: number;
}

/** Documents of whom a file brings, written as lines while the file is read, in a thread of its own. */
export interface BulkIndexing {
  /** What the writing of lines has to ask for: the stems of words, by pairs of word and stemmer. */
  stems: (
    pairs: readonly (readonly [word: string, stemmer: string])[],
  ) => Promise<readonly (readonly string[])[]>;
  /** As `index` does, of people who are new: those of the lines whose id is among `only`; null for all. */
  add: (lines: Uint8Array, only: readonly string[] | null) => Promise<void>;
}

/**
 * The search index over candidates. It only proposes: whoever uses an answer reads the people
 * again from the database, under row-level security, before showing or storing anything. It holds
 * no direct identifier. Readers see what their tenant may see: an agency its own candidates, the
 * system all, everybody else nobody.
 */
export abstract class CandidateSearch {
  abstract readonly source: SearchSource;
  /** null where documents are taken by `index` alone. */
  readonly inBulk: BulkIndexing | null = null;

  /** Puts documents in place of what was there by their ids; found by the time this returns. */
  abstract index(documents: readonly CandidateDocument[]): Promise<void>;

  /** Forgets these; gone from every answer by the time this returns. Unknown ids are fine. */
  abstract remove(ids: readonly string[]): Promise<void>;

  /** One page of the hits, with the facets over all of them. Tolerates typing errors in words. */
  abstract search(query: CandidateQuery): Promise<CandidateHits>;

  /**
   * A shortlist, best first: those who consent to the state and have the languages, then the
   * closest occupation (same ESCO occupation, then ISCO by 4, 3 and 2 shared digits, then words of
   * the title alone), then the most shared skills, then the most shared words. It looks further
   * than the closest occupation only while fewer than half of the limit are ready to be proposed.
   * Only the group is a gate: whoever a rule holds back has to be told so, and is in the list.
   */
  abstract propose(query: ProposalQuery): Promise<string[]>;

  /**
   * Replaces the whole index by the batches given, while `search` goes on answering from the old
   * one until the new one is complete. What `index` and `remove` change meanwhile is in the new one
   * too, as long as nobody changes a batch in the database before the next one is asked for.
   */
  abstract rebuild(documents: AsyncIterable<readonly CandidateDocument[]>): Promise<void>;
}
