import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, type OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

/** A JSON schema, with references as in the API document. */
type Schema = object;

/** What an operation answers if it succeeds. */
interface Answer {
  status: number;
  /** True if it creates one resource, whose address `Location` names; absent otherwise. */
  creates?: true;
  /**
   * The schema of the body; absent if the answer is not JSON: a file, a page, events or nothing.
   */
  body?: Schema;
}

export interface Answers {
  /** The answers by `Controller_method`. Operations that always refuse are left out. */
  operations: Record<string, Answer>;
  /** The schemas that the bodies refer to, by name. */
  schemas: Record<string, Schema>;
}

/**
 * A stream of JSON of the form given by the type parameter, which only the description of answers
 * reads.
 */
export type StreamedJson<_> = StreamableFile;

/**
 * Returns the answers as `npm run answers` wrote them, from the types that the controllers return.
 */
export function readAnswers(): Answers {
  const file = new URL('./answers.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** Describes an operation that answers with one of these media types instead of JSON. */
export function AnswersFile(...types: string[]): MethodDecorator {
  const contents = types.map((type) => {
    const format = type.startsWith('text/') ? {} : { format: 'binary' };
    return [type, { schema: { type: 'string', ...format } }] as const;
  });
  return ApiOkResponse({ content: Object.fromEntries(contents) });
}

/**
 * Adds to each operation what it answers if it succeeds. Returns the schemas that the answers refer
 * to.
 */
export function addAnswers(operations: readonly Operation[]): Record<string, Schema> {
  const { operations: answers, schemas } = readAnswers();
  for (const { operationId = '', responses } of operations) {
    const answer = answers[operationId];
    if (answer) addAnswer(responses, answer, schemas);
    else leaveRefusals(responses);
  }
  return schemas;
}

/**
 * Adds an answer. If the operation itself names another success, such as that of a dry run, its
 * body is the same.
 */
function addAnswer(
  responses: Responses,
  { status, creates, body }: Answer,
  schemas: Record<string, Schema>,
): void {
  responses[status] ??= { description: '' };
  for (const [code, response] of Object.entries(responses)) {
    if (!isSuccess(code) || !response || !('description' in response)) continue;
    response.description ||= STATUS_CODES[code] ?? '';
    if (!body) continue;
    response.content ??= { 'application/json': { schema: body } };
    const headers = headersOf(body, schemas);
    if (creates && code !== '200') headers['Location'] = location;
    if (Object.keys(headers).length > 0) response.headers = headers;
  }
}

const text = { type: 'string' };
const etag = {
  description: 'The version of the resource, to send in If-Match when you change it',
  schema: { ...text, example: '"1"' },
};
const link = {
  description: 'The address of the next page, with rel="next"; absent on the last page',
  schema: text,
};

const location = { description: 'The address of the new resource', schema: text };

/** Returns the headers that `EtagInterceptor` and `LinkInterceptor` set. */
function headersOf(body: Schema, schemas: Record<string, Schema>): Record<string, object> {
  const name = '$ref' in body ? String(body.$ref).split('/').at(-1) : undefined;
  const schema = schemas[name ?? ''] ?? body;
  const members = 'properties' in schema ? (schema.properties as object) : {};
  return {
    ...('version' in members && { ETag: etag }),
    ...('nextCursor' in members && { Link: link }),
  };
}

function leaveRefusals(responses: Responses): void {
  for (const code of Object.keys(responses))
    if (isSuccess(code)) Reflect.deleteProperty(responses, code);
}

function isSuccess(code: string): boolean {
  return code < '300';
}
