import { MIN_DISCLOSED, roundDownToTens } from '../../access/disclosure.ts';
import { type FunnelCount, type FunnelStep, funnelSteps } from './funnel.queries.ts';

/**
 * The number of people who reached a step, or null if they are too few to publish. For a national
 * offer it is rounded down to full tens.
 */
interface StepFigure {
  step: FunnelStep;
  reached: number | null;
  /**
   * The share of those who reached the last published step; null if either figure is. It exceeds 1
   * if some people reach a step without the one before, such as the entry on a permit of several
   * years.
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
 * Returns the figures of one group. Those of a single offer are rounded down to full tens; exact
 * ones, compared with the country's, would reveal the few people in the difference. A figure is
 * published if at least ten people are in it and either none or at least ten dropped out before it.
 * Otherwise the difference of two figures would reveal the few who dropped out.
 */
function figuresOf(group: readonly FunnelCount[]): StepFigure[] {
  const countOf = (step: FunnelStep): FunnelCount | undefined =>
    group.find((count) => count.step === step);
  const isOfOffer = group.some(({ quotaId }) => quotaId !== null);
  let told: number | null = null;
  return funnelSteps.map((step) => {
    const count = countOf(step);
    const reached = isOfOffer ? roundDownToTens(count?.reached ?? 0) : (count?.reached ?? 0);
    const lost = told === null ? 0 : told - reached;
    if (reached < MIN_DISCLOSED || (lost !== 0 && Math.abs(lost) < MIN_DISCLOSED)) {
      return { step, reached: null, conversion: null, medianDays: null };
    }
    const conversion = told === null ? null : Math.round((reached / told) * 1000) / 1000;
    const medianDays = count && count.timed >= MIN_DISCLOSED ? count.medianDays : null;
    told = reached;
    return { step, reached, conversion, medianDays };
  });
}
