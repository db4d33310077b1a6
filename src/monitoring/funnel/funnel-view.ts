import { type FunnelCount, type FunnelStep, funnelSteps } from './funnel.queries.ts';

/** No figure over fewer people than this is ever published. */
const FEWEST = 10;

/** How many came to a step, by national offer in full tens, rounded down; null where they are too few to be told. */
interface StepFigure {
  step: FunnelStep;
  reached: number | null;
  /**
   * Of those who came to the last step told; null with either figure. It passes 1 at a step that
   * some come to without the one before, as from a permit of several years to the entry.
   */
  conversion: number | null;
  /** From the step before; null where it is known of fewer than ten. */
  medianDays: number | null;
}

/** The road of one group from offer to return. */
export interface Funnel {
  state: string;
  partnerCountry: string | null;
  year: number;
  quotaId: string | null;
  /** Of the national offer; null for a group of several. */
  seats: number | null;
  steps: StepFigure[];
}

/** Groups the counts and leaves out what would tell of fewer than ten people. Pure. */
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
 * Those of one offer are told in full tens: beside the country's, exact ones would tell of the few that are
 * left over. A figure is told when at least ten people are in it and at least ten, or none, fell out before it:
 * else the difference of two figures would tell of the few.
 */
function figuresOf(group: readonly FunnelCount[]): StepFigure[] {
  const countOf = (step: FunnelStep): FunnelCount | undefined =>
    group.find((count) => count.step === step);
  const isOfOffer = group.some(({ quotaId }) => quotaId !== null);
  let told: number | null = null;
  return funnelSteps.map((step) => {
    const count = countOf(step);
    const reached = isOfOffer ? inTens(count?.reached ?? 0) : (count?.reached ?? 0);
    const lost = told === null ? 0 : told - reached;
    if (reached < FEWEST || (lost !== 0 && Math.abs(lost) < FEWEST)) {
      return { step, reached: null, conversion: null, medianDays: null };
    }
    const conversion = told === null ? null : Math.round((reached / told) * 1000) / 1000;
    const medianDays = count && count.timed >= FEWEST ? count.medianDays : null;
    told = reached;
    return { step, reached, conversion, medianDays };
  });
}

const inTens = (count: number): number => count - (count % FEWEST);
