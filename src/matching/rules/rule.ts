import type { Facts } from '../facts.ts';

/** Why, as data: the code is stable, the parameters fill the sentence in any language. */
export interface Reason {
  code: string;
  params: Readonly<Record<string, string | number>>;
}

export type Result =
  | { verdict: 'pass'; reason: Reason }
  | { verdict: 'exclude'; reason: Reason }
  /** Not before `until`, `yyyy-mm-dd`. */
  | { verdict: 'wait'; until: string; reason: Reason };

/** A gate: pure, without a clock, and never a score. */
export interface Rule {
  code: string;
  /** The act and article, or the decision of the project where no act says it. */
  basis: string;
  check: (facts: Facts) => Result;
}

/** What one rule says of the facts. */
export type Verdict = Result & { rule: string; basis: string };

/** What each of the rules says, passed or not, in their order. */
export function verdictsOf(rules: readonly Rule[], facts: Facts): Verdict[] {
  return rules.map(({ code: rule, basis, check }) => {
    const result = check(facts);
    const { verdict, reason } = result;
    // Written out: this is the innermost of all loops, and copying objects is slow.
    return verdict === 'wait'
      ? { rule, basis, verdict, until: result.until, reason }
      : { rule, basis, verdict, reason };
  });
}

type Params = Reason['params'];

/** Most gates are passed without more to say, a million times over: one object for each code. */
const passed = new Map<string, Result>();

export function pass(code: string, params?: Params): Result {
  if (params) return { verdict: 'pass', reason: { code, params } };
  const known = passed.get(code) ?? { verdict: 'pass', reason: { code, params: {} } };
  passed.set(code, known);
  return known;
}

export function exclude(code: string, params: Params = {}): Result {
  return { verdict: 'exclude', reason: { code, params } };
}

export function wait(until: string, code: string, params: Params = {}): Result {
  return { verdict: 'wait', until, reason: { code, params: { ...params, until } } };
}
