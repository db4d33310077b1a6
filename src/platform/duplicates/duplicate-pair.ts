import type { EntityManager } from 'typeorm';
import type { LikenessReason } from './scored-pair.ts';

/**
 * A table whose records may be duplicates. Beside each such table are tables of its keys, its pairs
 * and the decisions on them.
 */
export type DuplicateTable = 'candidate' | 'vacancy';

/** What a feature provides about its records. */
export interface DuplicateSubject {
  table: DuplicateTable;
  /**
   * Returns the two records of a pair as the organisation that decides may see them, in the order
   * of their ids.
   */
  records: (sql: EntityManager, ids: readonly string[]) => Promise<object[]>;
  /**
   * Checks that the feature has no reason of its own against merging the two records, which are
   * locked meanwhile. `today` is `yyyy-mm-dd`.
   * @throws ProblemError 409
   */
  assertMergeable?: (sql: EntityManager, ids: readonly string[], today: string) => Promise<void>;
}

/**
 * `found` by the comparison; people then decide whether the records are the `same` or `different`.
 */
export const duplicateStates = ['found', 'same', 'different'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

/** Two records that may be one, as the organisation that decides sees them. */
export interface DuplicatePair {
  id: string;
  oneId: string;
  otherId: string;
  country: string;
  state: DuplicateState;
  score: number;
  reasons: LikenessReason[];
  /** The record that is kept; null unless the state is `same`. */
  survivorId: string | null;
  foundAt: Date;
  version: number;
}

/** One decision on a pair. It is never changed, nor deleted while both records exist. */
export interface DuplicateDecision {
  verdict: 'same' | 'different' | 'undone';
  survivorId: string | null;
  /** The organisation that decided. */
  decidedBy: string;
  decidedAt: Date;
}

/** Two records side by side, with the earlier decisions on them, oldest first. */
export interface DuplicateView extends DuplicatePair {
  records: object[];
  history: DuplicateDecision[];
}
