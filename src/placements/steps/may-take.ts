import type { Placement, PlacementStatus } from '../placement.entity.ts';
import { notYet } from '../placements.errors.ts';
import {
  afterContract,
  answerLate,
  beforeContract,
  beforeStatus,
  notEntitled,
  notFromHere,
  personErased,
  stepLacks,
} from './steps.errors.ts';
import { type Party, type StepName, steps } from './placement-steps.ts';
import type { StepDto } from './steps.dto.ts';

/** A step with the day on which it happened. */
export type TakenStep = StepDto & { on: string };

/**
 * Checks that a party may take a step now. `today` is the date in the state of the placement.
 * @throws ProblemError 403, 409, or 400 for a day or a proof that does not fit
 */
export function assertMayTake(
  placement: Pick<
    Placement,
    'status' | 'statusOn' | 'startsOn' | 'endsOn' | 'answerByOn' | 'candidateId'
  >,
  taken: TakenStep,
  party: Party,
  today: string,
): void {
  const { from, by, needs } = steps[taken.step];
  if (!by.includes(party)) throw notEntitled(taken.step, by);
  if (!from.includes(placement.status)) throw notFromHere(taken.step, placement.status);
  if (placement.candidateId === null && leadsToEntry(taken.step, placement.status)) {
    throw personErased();
  }
  for (const need of needs) {
    if (taken[need] === undefined) throw stepLacks(taken.step, need);
  }
  if (taken.on > today) throw notYet('/on');
  if (taken.on < placement.statusOn) throw beforeStatus(placement.status, placement.statusOn);
  if (taken.step === 'accept' && today > placement.answerByOn) {
    throw answerLate(placement.answerByOn);
  }
  if (taken.step === 'start-work' && taken.on < placement.startsOn) {
    throw beforeContract(placement.startsOn);
  }
  if (leadsToWork.includes(taken.step) && taken.on > placement.endsOn) {
    throw afterContract(placement.endsOn);
  }
}

/** The steps after acceptance up to the work. None makes sense once the contract is over. */
const leadsToWork: readonly StepName[] = [
  'authorise',
  'prepare',
  'issue-visa',
  'enter',
  'start-work',
];

/** Returns whether a step after acceptance brings a person into the state. */
function leadsToEntry(step: StepName, from: PlacementStatus): boolean {
  return leadsToWork.includes(step) && from !== 'entered';
}
