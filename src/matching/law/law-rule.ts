import { AbsenceParameters, CircularStayParameters } from './parameters/circular-parameters.ts';
import { isWithin } from '../../platform/clock/is-within.ts';
import {
  CountriesParameters,
  DutyParameters,
  ExemptionParameters,
  SafeguardParameters,
  ShortageParameters,
  TestParameters,
  WindowParameters,
} from './parameters/law-parameters.ts';

/** Every kind of rule that is data, with the type of its parameters. */
export interface LawParameters {
  'labour-market-test': TestParameters;
  'test-exemption': ExemptionParameters;
  'accession-transition': CountriesParameters;
  association: CountriesParameters;
  'safeguard-list': SafeguardParameters;
  'shortage-list': ShortageParameters;
  'preference-window': WindowParameters;
  'duty-to-invite': DutyParameters;
  'circular-stay': CircularStayParameters;
  'residence-absence': AbsenceParameters;
}

export type LawKind = keyof LawParameters;

/** The classes that create and validate the parameters. */
export const lawKinds: { readonly [K in LawKind]: new () => LawParameters[K] } = {
  'labour-market-test': TestParameters,
  'test-exemption': ExemptionParameters,
  'accession-transition': CountriesParameters,
  association: CountriesParameters,
  'safeguard-list': SafeguardParameters,
  'shortage-list': ShortageParameters,
  'preference-window': WindowParameters,
  'duty-to-invite': DutyParameters,
  'circular-stay': CircularStayParameters,
  'residence-absence': AbsenceParameters,
};

export const lawKindNames = Object.keys(lawKinds) as LawKind[];

/**
 * Kinds that only placements use. Matches do not depend on them, so their changes cause no new
 * decisions.
 */
const placementKinds = ['circular-stay', 'residence-absence'] as const;
export type PlacementLawKind = (typeof placementKinds)[number];
type MatchLawKind = Exclude<LawKind, PlacementLawKind>;

const matchKinds = lawKindNames.filter((kind): kind is MatchLawKind => isForMatches(kind));

/** Returns whether matches depend on rules of this kind. */
export function isForMatches(kind: LawKind): boolean {
  return !placementKinds.some((one) => one === kind);
}

/**
 * Kinds for which a state may set a rule for part of its territory. Matches check where the work
 * is.
 */
const regionalKinds = [
  'labour-market-test',
  'test-exemption',
  'shortage-list',
  'preference-window',
] as const satisfies readonly LawKind[];
export type RegionalLawKind = (typeof regionalKinds)[number];

/** Returns whether rules of this kind may apply to part of a state. */
export function mayBeRegional(kind: LawKind): boolean {
  return regionalKinds.some((one) => one === kind);
}

/** `verified`: read in a public source. `recalled`: to be confirmed by the rule's authority. */
export const certainties = ['verified', 'recalled'] as const;

/** One version of one rule of law. */
export interface LawRule<K extends LawKind = LawKind> {
  /** A stable name, such as `labour-market-test.ie`. */
  code: string;
  kind: K;
  /** The state whose rule it is, ISO 3166-1 alpha-2; null for the whole Union. */
  state: string | null;
  /** The NUTS code of the part of the state to which it applies; null for all of it. */
  region: string | null;
  /** The act and article, as cited. */
  citation: string;
  certainty: (typeof certainties)[number];
  validFrom: string;
  /** The last day on which the rule applies; null if it has no end. */
  validUntil: string | null;
  parameters: LawParameters[K];
}

/** The rules that matches depend on, as they apply in one state on one day, by kind. */
export type Law = { readonly [K in MatchLawKind]: readonly LawRule<K>[] };

/** Returns the rules that apply in a state on a date, including those of the Union. */
export function lawOf(rules: readonly LawRule[], state: string, on: string): Law {
  const inForce = rules.filter(
    (rule) =>
      (rule.state === null || rule.state === state) &&
      isWithin(on, rule.validFrom, rule.validUntil),
  );
  const byKind = matchKinds.map((kind) => [kind, inForce.filter((rule) => rule.kind === kind)]);
  return Object.fromEntries(byKind) as Law;
}
