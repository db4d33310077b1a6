import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { isLanguage, type Language, languageOf } from '../language/language.ts';
import { methodsAt } from './allowed-methods.ts';
import {
  bodyFault,
  databaseUnavailable,
  internalError,
  methodNotAllowed,
  overloaded,
  refusedByStatus,
  unreadableValue,
} from './http.errors.ts';
import { ProblemError } from './problem.ts';

/** Turns whatever was thrown into problem+json; what we did not foresee says nothing of itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  /** `languageFor`: in which language whoever asked is refused. */
  constructor(private readonly languageFor = languageAskedFor) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const { method, path } = request;
    // Nest throws it where no operation was found; the address may still have others.
    const methods = thrown instanceof NotFoundException ? methodsAt(request) : [];
    if (method === 'OPTIONS' && methods.length > 0) {
      response.status(204).set('Allow', methods.join(', ')).end();
      return;
    }
    const problem = methods.length > 0 ? methodNotAllowed(methods) : problemOf(thrown);
    if (problem.status >= 500) this.log.error(`${method} ${path}: ${traceOf(thrown)}`);
    sendProblem(response, problem, this.languageFor(request));
  }
}

/** Also for middleware, which no filter covers. */
export function sendProblem(
  response: Response,
  error: ProblemError,
  language = languageAskedFor(response.req),
): void {
  if (response.headersSent) return void response.end();
  response
    .status(error.status)
    .set({ 'Content-Language': language, ...error.problem.headers })
    .vary('Accept-Language')
    .type('application/problem+json')
    .send(JSON.stringify(error.toDocument(language)));
}

/** `language` of the query, else the first of Accept-Language that we speak, else English. */
function languageAskedFor({ query: { language }, headers }: Request): Language {
  return isLanguage(language) ? language : languageOf(headers['accept-language']);
}

/** The problem that a thrown value stands for. */
export function problemOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof HttpException) return refusedByStatus(thrown.getStatus(), thrown.message);
  return ofBodyParser(thrown) ?? ofDatabase(thrown) ?? internalError();
}

function ofBodyParser(thrown: unknown): ProblemError | null {
  if (!(thrown instanceof Error)) return null;
  // A stream that is read without the parser says of a line that broke no more than this.
  const type = thrown.message === 'aborted' ? 'request.aborted' : 'type' in thrown && thrown.type;
  // Errors of zlib and brotli pass the parser as they are, with its status.
  const isUnpacked = 'status' in thrown && thrown.status === 400 && 'errno' in thrown;
  return bodyFault(isUnpacked ? 'encoding.broken' : String(type));
}

/** SQLSTATE classes of text that PostgreSQL cannot store or read: the sender's to mend. */
const unreadable = new Set(['22P02', '22P05', '22021', '22007', '22008', '22003']);
/**
 * No connection of the pool was free in time; or the server has none left, or broke a knot of
 * transactions that waited for each other.
 */
const busy = /timeout exceeded when trying to connect|53300|40P01|40001/;
const unreachable =
  /ECONNREFUSED|ECONNRESET|[Cc]onnection terminated|terminating connection|57P0\d/;

function ofDatabase(thrown: unknown): ProblemError | null {
  if (!(thrown instanceof Error)) return null;
  const sqlState = 'code' in thrown ? String(thrown.code) : '';
  if (unreadable.has(sqlState)) return unreadableValue();
  const said = `${sqlState} ${thrown.message}`;
  if (busy.test(said)) return overloaded();
  return unreachable.test(said) ? databaseUnavailable() : null;
}

function traceOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
}
