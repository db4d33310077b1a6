import { ProblemError } from '../platform/http/problem.ts';

export function notAuthenticated(): ProblemError {
  return new ProblemError({
    status: 401,
    code: 'not-authenticated',
    detail: 'Send a valid, unrevoked API key as "Authorization: Bearer psl_...".',
    headers: { 'WWW-Authenticate': 'Bearer realm="passerelle"' },
  });
}

export function notPermitted(roles: readonly string[]): ProblemError {
  const detail = `This operation is only for: ${roles.join(', ') || 'nobody'}.`;
  return new ProblemError({ status: 403, code: 'not-permitted', detail });
}

export function organisationNotFound(): ProblemError {
  const detail = 'There is no such organisation, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'organisation-not-found', detail });
}

export function apiKeyNotFound(): ProblemError {
  const detail = 'There is no such key, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'api-key-not-found', detail });
}

export function countryRequired(role: string): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'validation-failed',
    detail: `An organisation with the role ${role} belongs to a country.`,
    errors: [{ pointer: '/country', code: 'country-required', detail: 'State its country.' }],
  });
}
