import { newId } from '../../platform/database/new-id.ts';
import type { Placement } from '../placement.entity.ts';

/**
 * A placement about to be offered: its row without the members that depend on seats and later
 * steps.
 */
export interface Draft extends Omit<
  Placement,
  'status' | 'statusOn' | 'version' | 'employerBreach' | 'returnedOn' | 'queueRank'
> {
  waitIfFull: boolean;
}

/** Drafts that belong together: if fewer than `atLeast` of them would get a seat, none does. */
export interface OfferRequest {
  drafts: readonly Draft[];
  atLeast: number;
}

/**
 * What became of a draft. Only `offered`, `waiting` and `applied` are placements. `applied` waits
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

/** Starts a stay, which takes the id of its first placement as its campaign. */
export function newStay(): { id: string; campaignId: string } {
  const id = newId();
  return { id, campaignId: id };
}
