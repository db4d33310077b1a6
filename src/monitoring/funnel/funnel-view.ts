import { discloseCount, MIN_DISCLOSED } from '../../access/disclosure.ts';
import { type FunnelCount, type FunnelStep, funnelSteps } from './funnel.queries.ts';

interface StepFigure {
  step: FunnelStep;
  /** The number of people who reached it, in full tens rounded down; null for fewer than ten. */
  reached: number | null;
  /**
   * The share of those who reached the last published step, by these figures; null if either is. It
   * exceeds 1 if some people reach a step without the one before, such as the entry on a permit of
   * several years.
   */
  conversion: number | null;
  /** Days from the previous step; null if they are known for fewer than ten people. */
  medianDays: number | null;
}

/** The steps of one group, from offer to return. */
export interface Funnel {
  state: string;
  partnerCountry: string | null;
  year: number;
  quotaId: string | null;
  /** The seats of the national offer, or null for a group of several offers. */
  seats: number | null;
  steps: StepFigure[];
}

/** Groups the counts, and leaves out figures that would reveal fewer than ten people. Pure. */
export function funnelsOf(
  counts: readonly FunnelCount[],
  seats: ReadonlyMap<string, number>,
): Funnel[] {
  const groups = new Map<string, FunnelCount[]>();
  for (const count of counts) {
    const { state, partnerCountry, year, quotaId } = count;
    const key = JSON.stringify([state, partnerCountry, year, quotaId]);
    groups.set(key, [...(groups.get(key) ?? []), count]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { state, partnerCountry, year, quotaId } = first;
    const offered = quotaId === null ? null : (seats.get(quotaId) ?? null);
    return [{ state, partnerCountry, year, quotaId, seats: offered, steps: figuresOf(group) }];
  });
}

/**
 * Returns the figures of one group, rounded down to full tens. Exact ones would reveal the few
 * people in the difference of two steps, of an offer and its country, or of one day and the next.
 */
function figuresOf(group: readonly FunnelCount[]): StepFigure[] {
  let before: number | null = null;
  return funnelSteps.map((step) => {
    const count = group.find((one) => one.step === step);
    const reached = discloseCount(count?.reached ?? 0);
    if (reached === null) return { step, reached, conversion: null, medianDays: null };
    const conversion = before === null ? null : Math.round((reached / before) * 1000) / 1000;
    const medianDays = count && count.timed >= MIN_DISCLOSED ? count.medianDays : null;
    before = reached;
    return { step, reached, conversion, medianDays };
  });
}
