import { newId } from '../../platform/database/new-id.ts';
import type { Placement } from '../placement.entity.ts';

/** A placement that is about to be offered: all that its row needs but how it fares with seats. */
export interface Draft extends Omit<
  Placement,
  'status' | 'statusOn' | 'version' | 'employerBreach' | 'returnedOn'
> {
  waitIfFull: boolean;
}

/** Drafts that stand or fall together below `atLeast` seats. */
export interface OfferRequest {
  drafts: readonly Draft[];
  atLeast: number;
}

/** What became of a draft; `offered` and `waiting` are placements now, the others nothing. */
export type Outcome = 'offered' | 'waiting' | 'no-seat' | 'positions-filled' | 'offered-before';

/** One person's stay begins with its first placement. */
export function newStay(): { id: string; campaignId: string } {
  const id = newId();
  return { id, campaignId: id };
}
