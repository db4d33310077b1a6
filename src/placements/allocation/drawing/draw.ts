import type { ApplicationFacts, Criterion } from './criteria.ts';

export const allocationModes = ['first-come', 'lottery', 'points', 'batches', 'stable'] as const;
export type AllocationMode = (typeof allocationModes)[number];

/**
 * The version of the rules, named in every stored draw. Raise it with any change of what a draw
 * decides.
 */
export const DRAW_VERSION = '2026-11-25.2';

/** A placement that waits for seats, as a draw sees it. */
export interface Application extends ApplicationFacts {
  /** The id of the placement. */
  id: string;
  /** Null if the agency names the person later. */
  candidateId: string | null;
  vacancyId: string;
  /** UTC, ISO 8601. */
  appliedAt: string;
  /** The national offers that cover it; it takes one seat of each. */
  quotaIds: readonly string[];
  /** How far the vacancy meets the person's own wishes, from 0 to 1; null if they stated none. */
  wish: number | null;
}

/** Everything that a draw decides from. The same inputs always give the same results. */
export interface DrawInputs {
  version: string;
  mode: AllocationMode;
  criteria: readonly Criterion[];
  /** 64 hexadecimal digits of SHA-256; see docs/allocation-modes.md. */
  seed: string;
  quotaId: string;
  /** The number of seats that may be granted now; less than what is free if more batches follow. */
  grant: number;
  /** Every offer that covers an application, with its free seats. */
  quotas: readonly { id: string; seats: number }[];
  /** The offers among them that have a pending round of their own. */
  pending: readonly string[];
  /** People who hold a post from an earlier draw of the round. */
  placed: readonly string[];
  applications: readonly Application[];
}

/** Returns the candidate's id or, if no candidate is named yet, the id of the placement instead. */
export function personOf({ candidateId, id }: Pick<Application, 'candidateId' | 'id'>): string {
  return candidateId ?? id;
}

export const drawOutcomes = [
  'granted',
  'seats-gone',
  'other-offer-full',
  'awaits-other-round',
  'placed-elsewhere',
] as const;
/** Whether an application got its seats, and if not, why. */
export type DrawOutcome = (typeof drawOutcomes)[number];

/** The result of a draw for one application. */
export interface Drawn {
  id: string;
  /**
   * Its place in the order of the draw, from 1; also its place in the waiting list if it got no
   * seat.
   */
  rank: number;
  outcome: DrawOutcome;
  /** The offer that was full or has a pending round, if it is not the one drawn for; else null. */
  quotaId: string | null;
  /** Null unless the mode is `points`. */
  points: number | null;
}
