import { ProblemError } from '../platform/http/problem.ts';

export function matchNotFound(): ProblemError {
  const detail = 'There is no such match, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'match-not-found', detail });
}

export function matchNotRecorded(): ProblemError {
  const detail =
    'The facts behind this decision were not recorded; it can be asked once it is decided anew.';
  return new ProblemError({ status: 409, code: 'match-not-recorded', detail });
}

export function runNotFound(): ProblemError {
  const detail = 'There is no such matching run, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'matching-run-not-found', detail });
}

export function tooManyToAllocate(most: number): ProblemError {
  const detail = `At most ${most} vacancies are allocated at once: name those that belong together.`;
  return new ProblemError({ status: 409, code: 'too-many-to-allocate', detail });
}

export function assignmentNotFound(): ProblemError {
  const detail = 'There is no such assignment.';
  return new ProblemError({ status: 404, code: 'assignment-not-found', detail });
}

export function subjectNotFound(what: 'vacancy' | 'candidate'): ProblemError {
  const detail = `There is no such ${what}, or it is not yours to see.`;
  return new ProblemError({ status: 404, code: `${what}-not-found`, detail });
}

export function evidencePackNotFound(): ProblemError {
  const detail = 'There is no such evidence pack, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'evidence-pack-not-found', detail });
}

export function notProposed(): ProblemError {
  const detail = 'Somebody is held back; they may only be offered to wait for a seat.';
  return new ProblemError({ status: 409, code: 'match-not-proposed', detail });
}

export function invitationsOwed(): ProblemError {
  const detail =
    'Fit people with Community preference have to be invited first; the close-out report lists them.';
  return new ProblemError({ status: 409, code: 'invitations-owed', detail });
}

export function nothingToMatch(): ProblemError {
  const detail = 'There is no open vacancy of yours to match.';
  return new ProblemError({ status: 409, code: 'nothing-to-match', detail });
}
