import type { Finding } from '../platform/formats/finding.ts';
import { ProblemError } from '../platform/http/problem.ts';

export function candidateNotFound(): ProblemError {
  const detail = 'There is no such candidate, or they are not yours to see.';
  return new ProblemError({ status: 404, code: 'candidate-not-found', detail });
}

export function consentNotFound(): ProblemError {
  const detail = 'There is no such consent, or it was withdrawn before.';
  return new ProblemError({ status: 404, code: 'consent-not-found', detail });
}

const pointers: Readonly<Record<string, string>> = {
  birth_date: '/birthOn',
  consent_given_on: '/consents',
  previous_stays: '/previousStays',
};

/** `found`: what `withLikelyDates` has left out. */
export function datesUnlikely(found: readonly Finding[]): ProblemError {
  const errors = found.map(({ path, code, message }) => ({
    pointer: pointers[path] ?? '',
    code,
    detail: message,
  }));
  const detail = errors.map((error) => error.detail).join(' ');
  return new ProblemError({ status: 422, code: 'dates-unlikely', detail, errors });
}
