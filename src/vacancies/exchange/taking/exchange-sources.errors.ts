import { ProblemError } from '../../../platform/http/problem.ts';

export function sourceNotFound(): ProblemError {
  const detail = 'There is no such source, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'exchange-source-not-found', detail });
}

export function sourceKnown(): ProblemError {
  const detail = 'You have a source with this address already.';
  return new ProblemError({ status: 409, code: 'exchange-source-known', detail });
}

export function addressRefused(reason: string): ProblemError {
  const errors = [{ pointer: '/address', code: 'address-refused', detail: reason }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail: reason, errors });
}
