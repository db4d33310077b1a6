/** By what applications may earn points. A kind that is not here cannot be asked for. */
export const criterionKinds = [
  'verified-return',
  'trained-abroad',
  'match-score',
  'contract-days',
  'region',
  'occupation',
] as const;
export type CriterionKind = (typeof criterionKinds)[number];

/** So many points to every application that meets it. */
export interface Criterion {
  kind: CriterionKind;
  points: number;
  /** `match-score` in thousandths, `contract-days` in days: from how many on. */
  atLeast?: number;
  /** `region` as NUTS, `occupation` as ISCO: the codes under which the work lies. */
  codes?: readonly string[];
}

/** What is known of an application; no name, and nothing of what law forbids to choose by. */
export interface ApplicationFacts {
  /** Verified by who is entitled to, in any member state. */
  returned: boolean;
  /** On a list that holds, for the work and the state. */
  trained: boolean;
  /** Thousandths; null where nobody is named yet. */
  score: number | null;
  contractDays: number;
  isco: readonly string[];
  /** NUTS. */
  regions: readonly string[];
}

/** The sum of what it meets. Pure. */
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
