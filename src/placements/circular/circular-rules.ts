import type { EntityManager } from 'typeorm';
import { isWithin } from '../../platform/clock/is-within.ts';
import type { CircularStayParameters } from '../../matching/law/parameters/circular-parameters.ts';
import type { LawRule, PlacementLawKind } from '../../matching/law/law-rule.ts';
import type { LawRuleVersion } from '../../matching/law/law-rule-version.entity.ts';
import { findRules } from '../../matching/law/law-rules.queries.ts';

/** A rule of circular migration in its latest version; see docs/rules-of-law.md. */
export type CircularRule = Pick<LawRule, 'code' | 'state' | 'citation' | 'certainty'> &
  CircularStayParameters;

/** Where and when a rule is asked for. */
interface Asked {
  state: string;
  permitCategory: string;
  /** The first day of the contract. */
  startsOn: string;
}

/**
 * The rule of a state that holds on the first day of a contract, or the Union's; null for
 * categories that are not circular.
 */
export async function findCircularRule(
  sql: EntityManager,
  asked: Asked,
): Promise<CircularRule | null> {
  return ruleAmong(await findStayRules(sql), asked);
}

/** Of all states, in their latest versions. */
export function findStayRules(sql: EntityManager): Promise<LawRuleVersion[]> {
  return findRules(sql, { kind: 'circular-stay' });
}

/** The one of some rules on stays that holds for a contract; null without one. Pure. */
export function ruleAmong(
  known: readonly LawRule[],
  { state, permitCategory, startsOn }: Asked,
): CircularRule | null {
  const rules = inForce(known, { state, on: startsOn }).map(
    ({ code, state, citation, certainty, parameters }) => ({
      ...(parameters as CircularStayParameters),
      ...{ code, state, citation, certainty },
    }),
  );
  return rules.find((rule) => rule.permitCategory === permitCategory) ?? null;
}

export async function findInForce(
  sql: EntityManager,
  kind: PlacementLawKind,
  asked: { state: string | null; on: string },
): Promise<LawRuleVersion[]> {
  return inForce(await findRules(sql, { kind }), asked);
}

/** Those of the state before the Union's, and of several the one that holds since last. */
function inForce<Rule extends LawRule>(
  known: readonly Rule[],
  { state, on }: { state: string | null; on: string },
): Rule[] {
  return known
    .filter(
      (rule) =>
        // Stays are counted by state: a rule for a part of one decides nothing here.
        rule.region === null &&
        (rule.state === null || rule.state === state) &&
        isWithin(on, rule.validFrom, rule.validUntil),
    )
    .toSorted(
      (a, b) =>
        Number(a.state === null) - Number(b.state === null) || (a.validFrom < b.validFrom ? 1 : -1),
    );
}
