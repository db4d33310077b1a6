import { ProblemError } from '../platform/http/problem.ts';

export function candidateNotFound(): ProblemError {
  const detail = 'There is no such candidate, or they are not yours to see.';
  return new ProblemError({ status: 404, code: 'candidate-not-found', detail });
}

export function consentNotFound(): ProblemError {
  const detail = 'There is no such consent, or it was withdrawn before.';
  return new ProblemError({ status: 404, code: 'consent-not-found', detail });
}
