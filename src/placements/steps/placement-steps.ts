import type { HeldAct } from '../../quotas/ledger/move-seats.ts';
import type { PlacementStatus } from '../placement.entity.ts';

/** A party to a placement. */
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

/** The entries of the history: the steps of the parties, and what the application does itself. */
export type EventStep =
  StepName | 'offer' | 'wait' | 'apply' | 'allocate' | 'seat-found' | 'supersede' | 'expire';

/**
 * A step: the statuses it leads from and to, who may take it, what it requires and what it does to
 * the seats.
 */
export interface Step {
  from: readonly PlacementStatus[];
  to: PlacementStatus;
  by: readonly Party[];
  seats?: HeldAct;
  needs: readonly ('reason' | 'evidence')[];
}

const authorised: readonly PlacementStatus[] = ['authorised', 'preparing'];

/**
 * The steps from offer to return. The agency speaks for the person. The ministry authorises, issues
 * the visa and confirms the entry. Any party that can verify a return may record it.
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
  // Directly from the authorisation with a permit of several years.
  enter: {
    from: ['visa', 'authorised'],
    to: 'entered',
    by: ['ministry'],
    seats: 'use',
    needs: ['evidence'],
  },
  // Directly from the authorisation for a further contract of a person who is already in the state.
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
  // Also once the employer has recorded an end, so that nobody forestalls it.
  'leave-in-breach': {
    from: ['entered', 'working', 'ended'],
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
  // A decision that needs evidence. A missing proof of return is no evidence.
  abandon: {
    from: ['visa', 'entered', 'working', 'ended'],
    to: 'abandoned',
    by: ['ministry'],
    seats: 'release',
    needs: ['reason', 'evidence'],
  },
};
