import type { InEach } from '../language/language.ts';
import { outOfOrder } from '../language/refusal-sayings.ts';
import { type Problem, ProblemError } from './problem.ts';

/** A refusal, said in each language; `besides`: what else goes with it. */
export function refuse(
  status: number,
  code: string,
  said: InEach,
  besides: Pick<Problem, 'errors' | 'extensions' | 'headers'> = {},
): ProblemError {
  return new ProblemError({ status, code, said, ...besides });
}

/** Something that the form of the request allows but the facts do not. */
export function notUsable(pointer: string, code: string, said: InEach): ProblemError {
  return refuse(400, 'validation-failed', said, { errors: [{ pointer, code, said }] });
}

/** Of two dates, the one at `pointer` is the later. */
export function endsBeforeItStarts(pointer: string): ProblemError {
  return notUsable(pointer, 'dates-out-of-order', outOfOrder);
}
