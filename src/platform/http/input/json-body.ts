import { json, type RequestHandler } from 'express';
import { isTooDeep, MOST_DEEP } from '../../formats/json/json-depth.ts';
import { jsonExpected, multipartRefused, tooDeep } from '../http.errors.ts';
import { problemOf, sendProblem } from '../problem.filter.ts';
import { isStreamed } from './streamed.ts';

const types = ['application/json', 'application/*+json'];
const parse = json({ limit: '1mb', type: types });

/** So long a body of JSON may take to arrive: whoever sends it byte by byte keeps others out. */
const SLOWEST_MS = 60_000;

/**
 * Parses what is sent as JSON, up to 1 MB, unless the route reads its body as a stream. Anything else would be passed
 * over, as if nothing were sent, and is refused; a form with a file in it is too: its boundaries would be read as rows
 * of the file.
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
    if (error !== undefined) sendProblem(response, problemOf(error));
    else if (isTooDeep(request.body)) sendProblem(response, tooDeep(MOST_DEEP));
    else next();
  });
};
