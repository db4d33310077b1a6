import type { AllocationMode, DrawOutcome } from './draw.ts';

const orders: Record<AllocationMode, string> = {
  'first-come': 'in the order of arrival',
  batches: 'in the order of arrival',
  lottery: 'in the order of the lottery',
  points: 'in the order of points',
  stable: 'by verified returns and score',
};

const outcomes: Record<DrawOutcome, string> = {
  granted: 'a seat of every offer that covers it was left',
  'seats-gone': 'no seat was left',
  'other-offer-full': 'another offer that covers it had no seat left',
  'awaits-other-round': 'another offer that covers it is still to be drawn',
  'placed-elsewhere': 'the person got the seat of an application that suits them better',
};

/** What a draw decided on an application, in one sentence. */
export function whyOf(
  mode: AllocationMode,
  { rank, outcome, points }: { rank: number; outcome: DrawOutcome; points: number | null },
): string {
  const sum = points === null ? '' : ` with ${points} points`;
  return `Number ${rank} ${orders[mode]}${sum}: ${outcomes[outcome]}.`;
}
