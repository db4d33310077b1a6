import { newId } from '../../platform/database/new-id.ts';
import type { Placement } from '../placement.entity.ts';

/** A placement that is about to be offered: all that its row needs but how it fares with seats. */
export interface Draft extends Omit<
  Placement,
  'status' | 'statusOn' | 'version' | 'employerBreach' | 'returnedOn' | 'queueRank'
> {
  waitIfFull: boolean;
}

/** Drafts of which none gets a seat where fewer than `atLeast` would. */
export interface OfferRequest {
  drafts: readonly Draft[];
  atLeast: number;
}

/**
 * What became of a draft; the first three are placements now, the others nothing. `applied` waits
 * for the draw of an allocation round.
 */
export type Outcome =
  | 'offered'
  | 'waiting'
  | 'applied'
  | 'no-seat'
  | 'round-closed'
  | 'no-floor-in-round'
  | 'positions-filled'
  | 'offered-before';

export function isPlacement(outcome: Outcome): boolean {
  return outcome === 'offered' || outcome === 'waiting' || outcome === 'applied';
}

/** One person's stay begins with its first placement. */
export function newStay(): { id: string; campaignId: string } {
  const id = newId();
  return { id, campaignId: id };
}
