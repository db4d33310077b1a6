import { ProblemError } from '../../platform/http/problem.ts';

export function ruleNotFound(code: string): ProblemError {
  const detail = `There is no rule ${code}, or it was not yet known then.`;
  return new ProblemError({ status: 404, code: 'rule-not-found', detail });
}

export function ruleExists(code: string): ProblemError {
  const detail = `There is a rule ${code} already; change that one.`;
  return new ProblemError({ status: 409, code: 'rule-exists', detail });
}

export function otherAuthority(owner: string): ProblemError {
  const detail = `Only ${owner} records and changes this rule.`;
  return new ProblemError({ status: 403, code: 'other-authority', detail });
}

export function notUsable(pointer: string, code: string, detail: string): ProblemError {
  const errors = [{ pointer, code, detail }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, errors });
}
