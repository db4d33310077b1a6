import { readFileSync } from 'node:fs';
import { STATUS_CODES } from 'node:http';
import type { StreamableFile } from '@nestjs/common';
import { ApiOkResponse, type OpenAPIObject } from '@nestjs/swagger';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Responses = Operation['responses'];

/** A JSON schema; references as in the API document. */
type Schema = object;

/** What an operation answers when it succeeds. */
interface Answer {
  status: number;
  /** Absent where it is no JSON: a file, a page, events or nothing. */
  body?: Schema;
}

export interface Answers {
  /** By `Controller_method`; those that always refuse are not among them. */
  operations: Record<string, Answer>;
  /** What the bodies are made of, by name. */
  schemas: Record<string, Schema>;
}

/** JSON of this form that is written as it is sent; only the description of answers asks for the form. */
export type StreamedJson<_> = StreamableFile;

/** As `npm run answers` wrote it down, from the types that the controllers return. */
export function readAnswers(): Answers {
  const file = new URL('./answers.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as Answers;
}

/** Says of an operation that it answers no JSON, but one of these media types. */
export function AnswersFile(...types: string[]): MethodDecorator {
  const contents = types.map((type) => {
    const format = type.startsWith('text/') ? {} : { format: 'binary' };
    return [type, { schema: { type: 'string', ...format } }] as const;
  });
  return ApiOkResponse({ content: Object.fromEntries(contents) });
}

/** Says of each operation what it answers when it succeeds; returns the schemas that this refers to. */
export function addAnswers(operations: readonly Operation[]): Record<string, Schema> {
  const { operations: answers, schemas } = readAnswers();
  for (const { operationId = '', responses } of operations) {
    const answer = answers[operationId];
    if (answer) addAnswer(responses, answer, schemas);
    else leaveRefusals(responses);
  }
  return schemas;
}

/** Where the operation itself names another success, such as that of a dry run, its body is the same. */
function addAnswer(
  responses: Responses,
  { status, body }: Answer,
  schemas: Record<string, Schema>,
): void {
  responses[status] ??= { description: '' };
  for (const [code, response] of Object.entries(responses)) {
    if (!isSuccess(code) || !response || !('description' in response)) continue;
    response.description ||= STATUS_CODES[code] ?? '';
    if (!body) continue;
    response.content ??= { 'application/json': { schema: body } };
    const headers = headersOf(body, schemas);
    if (Object.keys(headers).length > 0) response.headers = headers;
  }
}

const text = { type: 'string' };
const etag = { description: 'The version, for If-Match', schema: { ...text, example: '"1"' } };
const link = { description: 'Where the next page is, if there is one: rel="next"', schema: text };

/** The headers that `EtagInterceptor` and `LinkInterceptor` set. */
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
