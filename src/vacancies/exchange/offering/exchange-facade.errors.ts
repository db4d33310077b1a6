import { ProblemError } from '../../../platform/http/problem.ts';

export function notMillis(since: string): ProblemError {
  const detail = `"${since.slice(0, 40)}" is no moment: send milliseconds since 1970, UTC.`;
  return new ProblemError({ status: 400, code: 'not-a-moment', detail });
}

/** RFC 6585; the header `Retry-After` tells when to come again. */
export function askedTooOften(most: number): ProblemError {
  const detail = `The exchange answers ${most} requests a minute. Wait as long as Retry-After says.`;
  return new ProblemError({ status: 429, code: 'asked-too-often', detail });
}

export function badReferences(most: number): ProblemError {
  const detail = `Send a JSON array of at most ${most} references, each a text.`;
  return new ProblemError({ status: 400, code: 'references-malformed', detail });
}

/** RFC 7725; profiles of people from outside of the Union never go into EURES. */
export function cvsNeverOffered(): ProblemError {
  const detail =
    'Profiles of third-country nationals are not offered to EURES, by design: Regulation (EU) 2016/589 serves workers who enjoy free movement.';
  return new ProblemError({ status: 451, code: 'cvs-never-offered', detail });
}
