import type { ApplicationFacts, Criterion } from './criteria.ts';

export const allocationModes = ['first-come', 'lottery', 'points', 'batches', 'stable'] as const;
export type AllocationMode = (typeof allocationModes)[number];

/** Raise it with any change of what a draw decides; every stored draw names it. */
export const DRAW_VERSION = '2026-11-25.2';

/** A placement that waits for seats, as a draw judges it. */
export interface Application extends ApplicationFacts {
  /** The placement's. */
  id: string;
  /** null where the agency names the person later. */
  candidateId: string | null;
  vacancyId: string;
  /** UTC, ISO 8601. */
  appliedAt: string;
  /** The national offers of which it takes a seat each. */
  quotaIds: readonly string[];
  /** How far the vacancy meets the person's own wishes, 0 to 1; null where they stated none. */
  wish: number | null;
}

/** All that a draw decides from: the same inputs decide the same. */
export interface DrawInputs {
  version: string;
  mode: AllocationMode;
  criteria: readonly Criterion[];
  /** 64 hexadecimal digits, of SHA-256; see docs/allocation-modes.md. */
  seed: string;
  quotaId: string;
  /** How many may be granted now; fewer than are free where batches are to come. */
  grant: number;
  /** Every offer that covers an application, with the seats that are free under it. */
  quotas: readonly { id: string; seats: number }[];
  /** Offers among them with a round of their own still to come. */
  pending: readonly string[];
  /** Who holds a post of an earlier draw of the round. */
  placed: readonly string[];
  applications: readonly Application[];
}

/** Where nobody is named yet, the post stands for the person. */
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
/** Whether it got its seats, and if not, what stood against it. */
export type DrawOutcome = (typeof drawOutcomes)[number];

/** What a draw says of one application. */
export interface Drawn {
  id: string;
  /** From 1: the order of the draw, and of the waiting list for those without a seat. */
  rank: number;
  outcome: DrawOutcome;
  /** The offer that was full or has a round to come, where that is another than the one drawn for. */
  quotaId: string | null;
  /** Where points decide. */
  points: number | null;
}
