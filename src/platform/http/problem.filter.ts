import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
  NotFoundException,
} from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Request, Response } from 'express';
import { databaseFaultOf, type DatabaseFault } from '../database/sql-state.ts';
import { withoutValues } from '../database/without-values.ts';
import { isLanguage, type Language, languageOf } from '../language/language.ts';
import { methodsAt } from './allowed-methods.ts';
import { databaseUnavailable, storageFull } from './database.errors.ts';
import {
  bodyFault,
  internalError,
  methodNotAllowed,
  overloaded,
  refusedByStatus,
  unreadableValue,
} from './http.errors.ts';
import { ProblemError } from './problem.ts';

/** Turns any thrown value into problem+json. An unforeseen error reveals nothing about itself. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  /** `languageFor` returns the language in which the caller is refused. */
  constructor(private readonly languageFor = languageAskedFor) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    const { method } = request;
    // Nest throws NotFoundException if no operation matches. The address may still take other
    // methods.
    const methods = thrown instanceof NotFoundException ? methodsAt(request) : [];
    if (method === 'OPTIONS' && methods.length > 0) {
      response.status(204).set('Allow', methods.join(', ')).end();
      return;
    }
    const problem = methods.length > 0 ? methodNotAllowed(methods) : problemOf(thrown);
    if (problem.status >= 500) this.log.error(`${operationOf(request)}: ${traceOf(thrown)}`);
    sendProblem(response, problem, this.languageFor(request));
  }
}

/**
 * Sends a refusal, or ends the response if its headers are sent already. Middleware calls it
 * directly, since no filter covers middleware.
 */
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

/**
 * Returns `language` of the query, else the first language of Accept-Language that we speak, else
 * English.
 */
function languageAskedFor(request: Request): Language {
  const { language } = request.query;
  return isLanguage(language) ? language : languageOf(request);
}

/** Returns the problem for a thrown value: 500 `internal-error` if it is not a known one. */
export function problemOf(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown;
  if (thrown instanceof HttpException) return refusedByStatus(thrown.getStatus(), thrown.message);
  return ofBodyParser(thrown) ?? ofDatabase(thrown) ?? internalError();
}

function ofBodyParser(thrown: unknown): ProblemError | null {
  if (!(thrown instanceof Error)) return null;
  // A stream read without the parser reports a broken line by this message alone.
  const type = thrown.message === 'aborted' ? 'request.aborted' : 'type' in thrown && thrown.type;
  // Errors of zlib and brotli pass through the parser unchanged, except that it adds its status.
  const isUnpacked = 'status' in thrown && thrown.status === 400 && 'errno' in thrown;
  return bodyFault(isUnpacked ? 'encoding.broken' : String(type));
}

const refusals: Readonly<Record<DatabaseFault, () => ProblemError>> = {
  unreadable: unreadableValue,
  busy: overloaded,
  full: storageFull,
  unreachable: databaseUnavailable,
};

function ofDatabase(thrown: unknown): ProblemError | null {
  const fault = databaseFaultOf(thrown);
  return fault && refusals[fault]();
}

/**
 * Returns the method and the address, whose parameters are named unless they are ids: the reference
 * of a candidate may be a name.
 */
function operationOf({ method, params, route }: Request): string {
  const template: unknown = (route as { path?: unknown } | undefined)?.path;
  if (typeof template !== 'string') return `${method} of no operation`;
  const address = template.replace(/[:*](\w+)/g, (name, of: string) => {
    const value = params[of];
    return isUUID(value) ? String(value) : name;
  });
  return `${method} ${address}`;
}

function traceOf(thrown: unknown): string {
  const { stack, message } = withoutValues(thrown);
  return stack ?? message;
}
