import type { EntityManager } from 'typeorm';
import type { LikenessReason } from './scored-pair.ts';

/** What may be there twice; beside each table are those of its keys, its pairs and the decisions on them. */
export type DuplicateTable = 'candidate' | 'vacancy';

/** What a feature says of its records. */
export interface DuplicateSubject {
  table: DuplicateTable;
  /** The two records of a pair as whoever decides on it may see them, in the order of their ids. */
  records: (sql: EntityManager, ids: readonly string[]) => Promise<object[]>;
  /**
   * What else stands in the way of merging two, which nobody changes meanwhile. `today`: `yyyy-mm-dd`.
   * @throws ProblemError 409
   */
  assertMergeable?: (sql: EntityManager, ids: readonly string[], today: string) => Promise<void>;
}

/** Found by the machine; people say whether it is one and the same, or two different ones. */
export const duplicateStates = ['found', 'same', 'different'] as const;
export type DuplicateState = (typeof duplicateStates)[number];

/** Two records that may be one, as whoever decides on them sees it. */
export interface DuplicatePair {
  id: string;
  oneId: string;
  otherId: string;
  country: string;
  state: DuplicateState;
  score: number;
  reasons: LikenessReason[];
  /** The record that stays; null unless they are the same. */
  survivorId: string | null;
  foundAt: Date;
  version: number;
}

/** One decision on a pair; none is ever changed or taken away while both records are there. */
export interface DuplicateDecision {
  verdict: 'same' | 'different' | 'undone';
  survivorId: string | null;
  /** The organisation that decided. */
  decidedBy: string;
  decidedAt: Date;
}

/** Two records side by side, with what was decided on them before, oldest first. */
export interface DuplicateView extends DuplicatePair {
  records: object[];
  history: DuplicateDecision[];
}
