import { ProblemError } from '../http/problem.ts';

export function duplicateNotFound(): ProblemError {
  const detail = 'There is no such pair, or it is not yours to decide on.';
  return new ProblemError({ status: 404, code: 'duplicate-not-found', detail });
}

export function duplicateDecided(state: string): ProblemError {
  const detail = `Somebody has decided on this pair before: ${state}. Undo that first.`;
  return new ProblemError({ status: 409, code: 'duplicate-decided', detail });
}

export function duplicateUndecided(): ProblemError {
  const detail = 'Nobody has decided on this pair yet, so there is nothing to undo.';
  return new ProblemError({ status: 409, code: 'duplicate-undecided', detail });
}

export function survivorUnknown(): ProblemError {
  const detail = 'The record that stays must be one of the two.';
  const errors = [{ pointer: '/survivorId', code: 'survivor-unknown', detail }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, errors });
}

export function mergedBefore(): ProblemError {
  const detail = 'One of the two was merged with a third record before. Decide on that pair first.';
  return new ProblemError({ status: 409, code: 'merged-before', detail });
}
