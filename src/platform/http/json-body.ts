import { json, type RequestHandler } from 'express';
import { isTooDeep, MOST_DEEP } from '../formats/json-depth.ts';
import { problemOf, sendProblem } from './problem.filter.ts';
import { ProblemError } from './problem.ts';
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
    sendProblem(response, multipart());
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
    else if (isTooDeep(request.body)) sendProblem(response, tooDeep());
    else next();
  });
};

function multipart(): ProblemError {
  const detail =
    'Send the file itself as the body, such as by curl --data-binary @FILE: forms (multipart) are not read.';
  const others = {
    fr: 'Envoyez le fichier lui-même, par exemple avec curl --data-binary @FICHIER : les formulaires (multipart) ne sont pas lus.',
    es: 'Envíe el archivo mismo, por ejemplo con curl --data-binary @ARCHIVO: los formularios (multipart) no se leen.',
    ar: 'أرسلوا الملف نفسه، مثلا بالأمر curl --data-binary @FILE: الاستمارات (multipart) لا تُقرأ.',
  };
  return new ProblemError({ status: 415, code: 'multipart-refused', detail, others });
}

function tooDeep(): ProblemError {
  const detail = `The body is nested more than ${MOST_DEEP} deep.`;
  return new ProblemError({ status: 400, code: 'json-too-deep', detail });
}
