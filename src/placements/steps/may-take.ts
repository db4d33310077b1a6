import type { Placement } from '../placement.entity.ts';
import { notEntitled, notFromHere, notReady, notUsable } from '../placements.errors.ts';
import { type Party, steps } from './placement-steps.ts';
import type { StepDto } from './steps.dto.ts';

/** A step with the day on which it happened. */
export type TakenStep = StepDto & { on: string };

/** @throws ProblemError 403, 409, or 400 for a day or a proof that does not fit */
export function assertMayTake(
  placement: Pick<Placement, 'status' | 'statusOn' | 'startsOn' | 'answerByOn'>,
  taken: TakenStep,
  party: Party,
  today: string,
): void {
  const { from, by, needs } = steps[taken.step];
  if (!by.includes(party)) throw notEntitled(taken.step, by);
  if (!from.includes(placement.status)) throw notFromHere(taken.step, placement.status);
  for (const need of needs) {
    if (taken[need] === undefined) {
      throw notUsable(
        `/${need}`,
        `${need}-required`,
        `The step "${taken.step}" states its ${need}.`,
      );
    }
  }
  if (taken.on > today) throw notUsable('/on', 'date-ahead', 'It has not happened yet.');
  if (taken.on < placement.statusOn) {
    const detail = `It came to "${placement.status}" on ${placement.statusOn} only.`;
    throw notUsable('/on', 'dates-out-of-order', detail);
  }
  if (taken.step === 'accept' && today > placement.answerByOn) {
    throw notReady('answer-late', `An answer was taken until ${placement.answerByOn}.`);
  }
  if (taken.step === 'start-work' && taken.on < placement.startsOn) {
    throw notUsable('/on', 'before-contract', `The contract begins on ${placement.startsOn}.`);
  }
}
