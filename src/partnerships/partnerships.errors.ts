import { ProblemError } from '../platform/http/problem.ts';

export function partnershipNotFound(): ProblemError {
  const detail = 'There is no such partnership.';
  return new ProblemError({ status: 404, code: 'partnership-not-found', detail });
}

export function pressedSectorNotFound(): ProblemError {
  const detail = 'There is no such pressed sector, or another country named it.';
  return new ProblemError({ status: 404, code: 'pressed-sector-not-found', detail });
}

export function capNotFound(): ProblemError {
  const detail = 'There is no such cap, or another country set it.';
  return new ProblemError({ status: 404, code: 'outflow-cap-not-found', detail });
}

export function figureNotFound(): ProblemError {
  const detail = 'There is no such line of a migration profile.';
  return new ProblemError({ status: 404, code: 'migration-figure-not-found', detail });
}

/** Something that the form of the request allows but the facts do not. */
export function notUsable(pointer: string, code: string, detail: string): ProblemError {
  const errors = [{ pointer, code, detail }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, errors });
}
