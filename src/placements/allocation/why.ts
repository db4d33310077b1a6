import type { Language } from '../../platform/language/language.ts';
import { allocationSayings } from './allocation-words.ts';
import type { AllocationMode, DrawOutcome } from './drawing/draw.ts';

interface Drawn {
  rank: number;
  outcome: DrawOutcome;
  points: number | null;
}

/** Returns in one sentence what a draw decided about an application. */
export function whyOf(
  mode: AllocationMode,
  { rank, outcome, points }: Drawn,
  language: Language,
): string {
  const order = allocationSayings.say(`order-${mode}`, language);
  const came = allocationSayings.say(`outcome-${outcome}`, language);
  const params = { rank, order, outcome: came };
  if (points === null) return allocationSayings.say('result', language, { params });
  const withPoints = { params: { ...params, points } };
  return allocationSayings.say('result-by-points', language, withPoints);
}
