import { ProblemError } from '../../platform/http/problem.ts';

const refuse = (status: number, code: string, detail: string): ProblemError =>
  new ProblemError({ status, code, detail });

export function roundNotFound(): ProblemError {
  return refuse(404, 'allocation-round-not-found', 'There is no such allocation round.');
}

export function roundPending(): ProblemError {
  const detail = 'The seats of this offer are in a round already, which is not drawn yet.';
  return refuse(409, 'allocation-pending', detail);
}

export function notDrawable(detail: string): ProblemError {
  return refuse(409, 'allocation-not-drawable', detail);
}

export function notWithdrawable(): ProblemError {
  const detail = 'A round is withdrawn before its first day only: after that people rely on it.';
  return refuse(409, 'allocation-begun', detail);
}
