import { json, type RequestHandler } from 'express';
import { isTooDeep, MOST_DEEP } from '../formats/json-depth.ts';
import { multipartRefused, tooDeep } from './http.errors.ts';
import { problemOf, sendProblem } from './problem.filter.ts';
import { isStreamed } from './streamed.ts';

const parse = json({ limit: '1mb', type: ['application/json', 'application/*+json'] });

/** So long a body of JSON may take to arrive: whoever sends it byte by byte keeps others out. */
const SLOWEST_MS = 60_000;

/**
 * Parses what is sent as JSON, up to 1 MB, unless the route reads its body as a stream. A form with a
 * file in it is refused: its boundaries would be read as rows of the file.
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
  const late = setTimeout(() => request.destroy(), SLOWEST_MS);
  parse(request, response, (error?: unknown) => {
    clearTimeout(late);
    if (error !== undefined) sendProblem(response, problemOf(error));
    else if (isTooDeep(request.body)) sendProblem(response, tooDeep(MOST_DEEP));
    else next();
  });
};
