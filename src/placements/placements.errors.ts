import { ProblemError } from '../platform/http/problem.ts';

const refuse = (status: number, code: string, detail: string, extensions?: object): ProblemError =>
  new ProblemError({ status, code, detail, extensions: { ...extensions } });

export function placementNotFound(): ProblemError {
  return refuse(
    404,
    'placement-not-found',
    'There is no such placement, or it is not yours to see.',
  );
}

export function collectiveOfferNotFound(): ProblemError {
  const detail = 'There is no such collective offer, or it is not yours to see.';
  return refuse(404, 'collective-offer-not-found', detail);
}

export function noSuchRule(): ProblemError {
  return refuse(404, 'rule-not-found', 'No rule of law held on that day.');
}

export function homeVacancyNotFound(): ProblemError {
  return refuse(404, 'home-vacancy-not-found', 'There is no such vacancy in your country.');
}

export function notOfferable(code: string, detail: string): ProblemError {
  return refuse(409, code, detail);
}

export function noSeats(): ProblemError {
  const detail = 'A national offer that covers this post has no seat left. Nothing was taken.';
  return refuse(409, 'quota-exhausted', detail);
}

export function notEntitled(step: string, parties: readonly string[]): ProblemError {
  const detail = `The step "${step}" is for: ${parties.join(', ')}.`;
  return refuse(403, 'step-not-yours', detail, { parties });
}

export function notFromHere(step: string, status: string): ProblemError {
  const detail = `From "${status}" there is no step "${step}".`;
  return refuse(409, 'step-out-of-order', detail, { placementStatus: status });
}

export function notReady(code: string, detail: string, extensions?: object): ProblemError {
  return refuse(409, code, detail, extensions);
}

export function alreadyPlaced(): ProblemError {
  const detail = 'The person has another placement in the same time. Nobody is in two at once.';
  return refuse(409, 'person-already-placed', detail);
}

/** Something that the form of the request allows but the facts do not. */
export function notUsable(pointer: string, code: string, detail: string): ProblemError {
  const errors = [{ pointer, code, detail }];
  return new ProblemError({ status: 400, code: 'validation-failed', detail, errors });
}
