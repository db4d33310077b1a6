import { ProblemError } from './problem.ts';

/** 503 for whoever came when there was too much to do: nothing was done, and soon it may be. */
export function overloaded(): ProblemError {
  const detail = 'Too many requests at once. Nothing was changed; please try again.';
  const headers = { 'Retry-After': '1' };
  return new ProblemError({ status: 503, code: 'overloaded', detail, headers });
}
