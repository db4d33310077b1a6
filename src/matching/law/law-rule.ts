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

/** Every kind of rule that is data, with the form of its parameters. */
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

/** What makes and checks them. */
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

/** Kinds that placements are asked about; no match rests on them, so none is decided again. */
const placementKinds = ['circular-stay', 'residence-absence'] as const;
export type PlacementLawKind = (typeof placementKinds)[number];
type MatchLawKind = Exclude<LawKind, PlacementLawKind>;

const matchKinds = lawKindNames.filter((kind): kind is MatchLawKind => isForMatches(kind));

export function isForMatches(kind: LawKind): boolean {
  return !placementKinds.some((one) => one === kind);
}

/** Kinds of which a state may give a rule for a part of it: matches ask where the work is. */
const placedKinds = [
  'labour-market-test',
  'test-exemption',
  'shortage-list',
  'preference-window',
] as const satisfies readonly LawKind[];
export type PlacedLawKind = (typeof placedKinds)[number];

export function isPlaced(kind: LawKind): boolean {
  return placedKinds.some((one) => one === kind);
}

/** verified: read in a public source; recalled: to be confirmed by the authority whose rule it is. */
export const certainties = ['verified', 'recalled'] as const;

/** One version of one rule of law. */
export interface LawRule<K extends LawKind = LawKind> {
  /** Stable, such as `labour-market-test.ie`. */
  code: string;
  kind: K;
  /** Whose rule it is: ISO 3166-1 alpha-2 of the state; null for the whole Union. */
  state: string | null;
  /** NUTS code of the part of the state in which it holds; null for all of it. */
  region: string | null;
  /** The act and article, as it is cited. */
  citation: string;
  certainty: (typeof certainties)[number];
  validFrom: string;
  /** The last day on which it holds. */
  validUntil: string | null;
  parameters: LawParameters[K];
}

/** The rules that matches rest on, as they hold in one state on one day, by kind. */
export type Law = { readonly [K in MatchLawKind]: readonly LawRule<K>[] };

/** Sorts out what holds in a state on a date, the Union's own rules included. */
export function lawOf(rules: readonly LawRule[], state: string, on: string): Law {
  const inForce = rules.filter(
    (rule) =>
      (rule.state === null || rule.state === state) &&
      isWithin(on, rule.validFrom, rule.validUntil),
  );
  const byKind = matchKinds.map((kind) => [kind, inForce.filter((rule) => rule.kind === kind)]);
  return Object.fromEntries(byKind) as Law;
}
