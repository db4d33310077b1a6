import { ProblemError } from '../platform/http/problem.ts';

export function quotaNotFound(): ProblemError {
  const detail = 'There is no such offer, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'quota-not-found', detail });
}

export function quotaExhausted(remaining: number): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'quota-exhausted',
    detail: `Not enough seats are left: ${remaining}.`,
    extensions: { remaining },
  });
}

export function notTaken(): ProblemError {
  const detail = 'More seats cannot be released than are taken.';
  return new ProblemError({ status: 409, code: 'seats-not-taken', detail });
}

/** Something that the form of the request allows but the facts do not. */
export function notUsable(pointer: string, code: string, detail: string): ProblemError {
  const errors = [{ pointer, code, detail }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, errors });
}

export function seatsNotMovable(): ProblemError {
  const detail = 'Only free seats move, and only to another offer of the same state.';
  return new ProblemError({ status: 409, code: 'seats-not-movable', detail });
}
