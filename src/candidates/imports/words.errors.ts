import { ProblemError } from '../../platform/http/problem.ts';

export function columnUnknown(name: string, known: readonly string[]): ProblemError {
  const detail = `"${name}" is no column. Known are: ${known.join(', ')}.`;
  return new ProblemError({ status: 422, code: 'column-unknown', detail });
}
