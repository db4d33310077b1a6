import type { Facts } from '../facts.ts';

/** A reason as data. The code is stable; the parameters fill the sentence in any language. */
export interface Reason {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

export type Result =
  | { verdict: 'pass'; reason: Reason }
  | { verdict: 'exclude'; reason: Reason }
  /** The candidate has to wait until `until`, `yyyy-mm-dd`. */
  | { verdict: 'wait'; until: string; reason: Reason };

/** A gate. It is pure, uses no clock, and never gives a score. */
export interface Rule {
  code: string;
  /** The act and article, or the decision of the project if no act covers it. */
  basis: string;
  check: (facts: Facts) => Result;
}

/** The result of one rule. */
export type Verdict = Result & { rule: string; basis: string };

/** Returns the result of each rule, passed or not, in their order. */
export function verdictsOf(rules: readonly Rule[], facts: Facts): Verdict[] {
  return rules.map(({ code: rule, basis, check }) => {
    const result = check(facts);
    const { verdict, reason } = result;
    // Written out because this is the innermost of all loops, and copying objects is slow.
    return verdict === 'wait'
      ? { rule, basis, verdict, until: result.until, reason }
      : { rule, basis, verdict, reason };
  });
}

type Params = Reason['params'];

/** Shared results by code. Most gates are passed without parameters, a million times over. */
const passed = new Map<string, Result>();

/** Returns the result of a gate that the candidate passes. */
export function pass(code: string, params?: Params): Result {
  if (params) return { verdict: 'pass', reason: { code, params } };
  const known = passed.get(code) ?? { verdict: 'pass', reason: { code, params: {} } };
  passed.set(code, known);
  return known;
}

/** Returns the result of a gate that holds the candidate back. */
export function exclude(code: string, params: Params = {}): Result {
  return { verdict: 'exclude', reason: { code, params } };
}

/** Returns the result of a gate that the candidate passes from `until` on, `yyyy-mm-dd`. */
export function wait(until: string, code: string, params: Params = {}): Result {
  return { verdict: 'wait', until, reason: { code, params: { ...params, until } } };
}
