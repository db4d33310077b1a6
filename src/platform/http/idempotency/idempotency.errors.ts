import { ProblemError } from '../problem.ts';

export function inFlight(): ProblemError {
  return new ProblemError({
    status: 409,
    code: 'idempotency-in-flight',
    detail: 'The first request with this Idempotency-Key is still being worked on. Ask again.',
    headers: { 'Retry-After': '1' },
  });
}

export function keyReused(): ProblemError {
  return new ProblemError({
    status: 422,
    code: 'idempotency-key-reused',
    detail: 'This Idempotency-Key was sent with another request before. Take a new one.',
    errors: [
      { pointer: 'Idempotency-Key', code: 'reused', detail: 'It belongs to another request.' },
    ],
  });
}

export function notForUploads(): ProblemError {
  return new ProblemError({
    status: 400,
    code: 'idempotency-key-not-taken',
    detail: 'A file needs no Idempotency-Key: sent again, its rows change nothing.',
  });
}
