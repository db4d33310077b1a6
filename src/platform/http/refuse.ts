import type { InEach } from '../language/language.ts';
import { outOfOrder } from '../language/refusal-sayings.ts';
import { type Problem, ProblemError } from './problem.ts';

/** Returns a refusal, said in each language. `besides` holds further parts of the problem. */
export function refuse(
  status: number,
  code: string,
  said: InEach,
  besides: Pick<Problem, 'errors' | 'extensions' | 'headers'> = {},
): ProblemError {
  return new ProblemError({ status, code, said, ...besides });
}

/**
 * Returns a 400 for a value whose form is valid but which the facts rule out. `pointer`: a JSON
 * pointer to it.
 */
export function notUsable(pointer: string, code: string, said: InEach): ProblemError {
  return refuse(400, 'validation-failed', said, { errors: [{ pointer, code, said }] });
}

/**
 * Returns a 400 `dates-out-of-order` for the date at `pointer`, which is before the start that it
 * belongs to.
 */
export function endsBeforeItStarts(pointer: string): ProblemError {
  return notUsable(pointer, 'dates-out-of-order', outOfOrder);
}
