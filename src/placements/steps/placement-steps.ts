import type { HeldAct } from '../../quotas/ledger/move-seats.ts';
import type { PlacementStatus } from '../placement.entity.ts';

/** Who takes part in a placement. */
export type Party = 'employer' | 'agency' | 'ministry' | 'partner-authority';

export const stepNames = [
  'accept',
  'refuse',
  'authorise',
  'deny',
  'prepare',
  'issue-visa',
  'enter',
  'start-work',
  'end',
  'leave-in-breach',
  'return',
  'withdraw',
  'abandon',
] as const;
export type StepName = (typeof stepNames)[number];

/** What the history names besides the steps of the parties. */
export type EventStep =
  StepName | 'offer' | 'wait' | 'apply' | 'allocate' | 'seat-found' | 'supersede' | 'expire';

/** A step: from where to where, who is entitled to it, and what becomes of the seats. */
export interface Step {
  from: readonly PlacementStatus[];
  to: PlacementStatus;
  by: readonly Party[];
  seats?: HeldAct;
  needs: readonly ('reason' | 'evidence')[];
}

const authorised: readonly PlacementStatus[] = ['authorised', 'preparing'];

/**
 * The road from offer to return. The person speaks through the agency; the ministry authorises,
 * issues the visa and sees the entry; whoever can verify a return may record it.
 */
export const steps: Readonly<Record<StepName, Step>> = {
  accept: { from: ['offered'], to: 'accepted', by: ['agency'], needs: [] },
  refuse: { from: ['offered'], to: 'refused', by: ['agency'], seats: 'release', needs: ['reason'] },
  authorise: {
    from: ['accepted'],
    to: 'authorised',
    by: ['ministry'],
    seats: 'confirm',
    needs: ['evidence'],
  },
  deny: {
    from: ['accepted', ...authorised],
    to: 'denied',
    by: ['ministry'],
    seats: 'release',
    needs: ['reason'],
  },
  prepare: { from: ['authorised'], to: 'preparing', by: ['agency', 'employer'], needs: [] },
  'issue-visa': { from: authorised, to: 'visa', by: ['ministry'], needs: ['evidence'] },
  // Directly from the authorisation, on a permit of several years.
  enter: {
    from: ['visa', 'authorised'],
    to: 'entered',
    by: ['ministry'],
    seats: 'use',
    needs: ['evidence'],
  },
  // Directly from the authorisation, for a contract chained to one of a person who is there already.
  'start-work': {
    from: ['entered', 'authorised'],
    to: 'working',
    by: ['employer'],
    seats: 'use',
    needs: [],
  },
  end: {
    from: ['entered', 'working'],
    to: 'ended',
    by: ['employer', 'ministry'],
    needs: ['reason'],
  },
  'leave-in-breach': {
    from: ['entered', 'working'],
    to: 'ended',
    by: ['agency', 'ministry', 'partner-authority'],
    needs: ['reason', 'evidence'],
  },
  return: {
    from: ['ended'],
    to: 'returned',
    by: ['agency', 'ministry', 'partner-authority'],
    needs: ['evidence'],
  },
  withdraw: {
    from: ['waiting', 'offered', 'accepted', ...authorised, 'visa'],
    to: 'withdrawn',
    by: ['employer', 'agency'],
    seats: 'release',
    needs: ['reason'],
  },
  // A decision on evidence: that a proof of return is missing is none.
  abandon: {
    from: ['visa', 'entered', 'working', 'ended'],
    to: 'abandoned',
    by: ['ministry'],
    seats: 'release',
    needs: ['reason', 'evidence'],
  },
};
