import type { EntityManager } from 'typeorm';
import { isWithin } from '../../platform/clock/is-within.ts';
import type { CircularStayParameters } from '../../matching/law/parameters/circular-parameters.ts';
import type { LawRule, PlacementLawKind } from '../../matching/law/law-rule.ts';
import type { LawRuleVersion } from '../../matching/law/law-rule-version.entity.ts';
import { findRules } from '../../matching/law/law-rules.queries.ts';

/** A rule of circular migration in its latest version; see docs/rules-of-law.md. */
export type CircularRule = Pick<LawRule, 'code' | 'state' | 'citation' | 'certainty'> &
  CircularStayParameters;

/** The contract for which a rule is wanted. */
interface Asked {
  state: string;
  permitCategory: string;
  /** The first day of the contract, `yyyy-mm-dd`. */
  startsOn: string;
}

/**
 * Finds the rule in force on the first day of a contract: the state's or else the Union's. Returns
 * null for categories that are not circular.
 */
export async function findCircularRule(
  sql: EntityManager,
  asked: Asked,
): Promise<CircularRule | null> {
  return ruleAmong(await findStayRules(sql), asked);
}

/** Finds the rules on stays of all states, in their latest versions. */
export function findStayRules(sql: EntityManager): Promise<LawRuleVersion[]> {
  return findRules(sql, { kind: 'circular-stay' });
}

/** Returns the rule on stays that applies to a contract, or null if none does. Pure. */
export function ruleAmong(
  known: readonly LawRule[],
  { state, permitCategory, startsOn }: Asked,
): CircularRule | null {
  const rules = inForce(known, { state, on: startsOn }).map(
    ({ code, state, citation, certainty, parameters }) => ({
      ...(parameters as CircularStayParameters),
      code,
      state,
      citation,
      certainty,
    }),
  );
  return rules.find((rule) => rule.permitCategory === permitCategory) ?? null;
}

/**
 * Finds the rules of a kind in force on a day, the state's first; only the Union's if `state` is
 * null.
 */
export async function findInForce(
  sql: EntityManager,
  kind: PlacementLawKind,
  asked: { state: string | null; on: string },
): Promise<LawRuleVersion[]> {
  return inForce(await findRules(sql, { kind }), asked);
}

/**
 * Returns the rules in force on a day: those of the state before those of the Union, and within
 * each the latest start of validity first.
 */
function inForce<Rule extends LawRule>(
  known: readonly Rule[],
  { state, on }: { state: string | null; on: string },
): Rule[] {
  return known
    .filter(
      (rule) =>
        // Stays are counted by state, so a rule for a region decides nothing here.
        rule.region === null &&
        (rule.state === null || rule.state === state) &&
        isWithin(on, rule.validFrom, rule.validUntil),
    )
    .toSorted(
      (a, b) =>
        Number(a.state === null) - Number(b.state === null) || (a.validFrom < b.validFrom ? 1 : -1),
    );
}
