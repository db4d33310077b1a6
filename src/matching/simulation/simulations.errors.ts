import { ProblemError } from '../../platform/http/problem.ts';

export function simulationNotFound(): ProblemError {
  const detail = 'There is no such simulation, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'simulation-not-found', detail });
}

export function notYoursToDraft(pointer: string): ProblemError {
  const detail =
    'One may only try what one may decide: rules and offers, or sectors, of one’s own.';
  const errors = [{ pointer, code: 'other-authority', detail }];
  return new ProblemError({ status: 403, code: 'other-authority', detail, errors });
}

export function simulationOver(): ProblemError {
  const detail = 'The simulation has ended; there is nothing to cancel.';
  return new ProblemError({ status: 409, code: 'simulation-over', detail });
}
