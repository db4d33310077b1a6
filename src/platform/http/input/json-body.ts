import { json, type RequestHandler } from 'express';
import { isTooDeep, MOST_DEEP } from '../../formats/json/json-depth.ts';
import { wayToUnstorable } from '../../formats/storable.ts';
import { jsonExpected, multipartRefused, tooDeep, unstorableText } from '../http.errors.ts';
import type { ProblemError } from '../problem.ts';
import { problemOf, sendProblem } from '../problem.filter.ts';
import { isStreamed } from './streamed.ts';
import { pointerTo } from './unknown-member.ts';

const types = ['application/json', 'application/*+json'];
const parse = json({ limit: '1mb', type: types });

/**
 * The time that a JSON body may take to arrive, in ms. A caller who sends it byte by byte would
 * keep others out.
 */
const SLOWEST_MS = 60_000;

/**
 * Parses JSON bodies of up to 1 MB, unless the route reads its body as a stream. Refuses any other
 * body, which would otherwise be ignored as if nothing had been sent. Refuses multipart forms
 * everywhere, since their boundaries would be read as rows of the file.
 */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (request.is('multipart/*')) {
    sendProblem(response, multipartRefused());
    return;
  }
  if (isStreamed(request.path)) {
    next();
    return;
  }
  if (request.is(types) === false && request.headers['content-length'] !== '0') {
    sendProblem(response, jsonExpected());
    return;
  }
  const late = setTimeout(() => request.destroy(), SLOWEST_MS);
  parse(request, response, (error?: unknown) => {
    clearTimeout(late);
    const refusal = error === undefined ? refusalOf(request.body) : problemOf(error);
    if (refusal) sendProblem(response, refusal);
    else next();
  });
};

/** Returns a refusal for a body that no operation could use; null for any other body. */
function refusalOf(body: unknown): ProblemError | null {
  if (isTooDeep(body)) return tooDeep(MOST_DEEP);
  const way = wayToUnstorable(body);
  return way && unstorableText(way.reduce(pointerTo, ''));
}
