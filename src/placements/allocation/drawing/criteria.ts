/** The kinds of criteria by which applications may earn points. No other kind can be requested. */
export const criterionKinds = [
  'verified-return',
  'trained-abroad',
  'match-score',
  'contract-days',
  'region',
  'occupation',
] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** A number of points for every application that meets it. */
export interface Criterion {
  kind: CriterionKind;
  points: number;
  /**
   * The threshold from which it is met: thousandths for `match-score`, days for `contract-days`.
   */
  atLeast?: number;
  /** The code prefixes under which the work must lie: NUTS for `region`, ISCO for `occupation`. */
  codes?: readonly string[];
}

/**
 * The facts of an application that criteria may use. They hold no name, and nothing by which the
 * law forbids to choose.
 */
export interface ApplicationFacts {
  /** Whether an entitled party verified a return of the candidate, in any member state. */
  returned: boolean;
  /** Whether the candidate is on a valid list of people trained for the work and the state. */
  trained: boolean;
  /** Thousandths; null if no candidate is named yet. */
  score: number | null;
  contractDays: number;
  isco: readonly string[];
  /** NUTS codes. */
  regions: readonly string[];
}

/** Returns the sum of the points of the criteria that an application meets. Pure. */
export function pointsOf(facts: ApplicationFacts, criteria: readonly Criterion[]): number {
  return criteria
    .filter((criterion) => meets(facts, criterion))
    .reduce((sum, { points }) => sum + points, 0);
}

function meets(facts: ApplicationFacts, { kind, atLeast = 0, codes = [] }: Criterion): boolean {
  const liesUnder = (own: readonly string[]): boolean =>
    own.some((code) => codes.some((wanted) => code.startsWith(wanted)));
  const tests: Record<CriterionKind, () => boolean> = {
    'verified-return': () => facts.returned,
    'trained-abroad': () => facts.trained,
    'match-score': () => facts.score !== null && facts.score >= atLeast,
    'contract-days': () => facts.contractDays >= atLeast,
    region: () => liesUnder(facts.regions),
    occupation: () => liesUnder(facts.isco),
  };
  return tests[kind]();
}
