import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { NOBODY, odd, replaced } from './odd-values.ts';

/** A request to the API as a broken program would send it. */
export interface Malformed {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** The body, sent unchanged, or null for none. */
  body: string | null;
}

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

interface Operation {
  parameters?: { name: string; in: string }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
}

const segments = [
  'x', '%00', '%zz', '%2e%2e', '..%2f..', 'a'.repeat(3_000), '%F0%9F%8D%93', '-1', 'null',
]; // prettier-ignore

const headers = fc.dictionary(
  fc.constantFrom('if-match', 'idempotency-key', 'accept-language', 'accept', 'content-range'),
  fc.constantFrom('*', '"1"', 'W/"1"', '"x"', '', 'x'.repeat(300), 'bytes 0-1/2', 'bytes */*', 'fr;q=x', '\u00e9'),
  { maxKeys: 2 },
); // prettier-ignore

/** Makes requests from the OpenAPI document that are well formed except in one or two places. */
export function malformedRequests(
  document: OpenAPIObject,
  operation: string,
): fc.Arbitrary<Malformed> {
  const [method = '', template = ''] = operation.split(' ');
  const item = document.paths[template] as Record<string, Operation> | undefined;
  const { parameters = [], requestBody } = item?.[method.toLowerCase()] ?? {};
  const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
  const schema = requestBody?.content?.['application/json']?.schema;
  return fc
    .record({
      path: pathFrom(template),
      query: queryOf(names),
      headers,
      body: schema
        ? bodyOf(schema, document)
        : mostly(fc.constant(null), fc.constantFrom('{}', '[', 'null', '\u0000')),
      type: mostly(
        fc.constant('application/json'),
        fc.constantFrom('text/plain', 'application/xml'),
      ),
    })
    .map(({ path, query, type, ...request }) => ({
      ...request,
      method,
      path: query === '' ? path : `${path}?${query}`,
      headers: {
        'if-match': '"1"',
        ...request.headers,
        ...(request.body !== null && { 'content-type': type }),
      },
    }));
}

function pathFrom(template: string): fc.Arbitrary<string> {
  const segment = mostly(fc.constant(NOBODY), fc.constantFrom(...segments));
  const parts = template
    .split('/')
    .map((part) => (part.startsWith('{') ? segment : fc.constant(part)));
  return fc.tuple(...parts).map((path) => path.join('/'));
}

/** Draws the usual value nine times in ten. */
function mostly<T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, other);
}

function queryOf(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.constantFrom('unknown', 'limit', 'cursor', ...names);
  const texts = odd.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  const written = fc
    .tuple(name, fc.constantFrom(...texts.filter((text) => text !== '\uD800')))
    .map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
  return fc.array(written, { maxLength: 2 }).map((all) => all.join('&'));
}

function bodyOf(schema: Schema, document: OpenAPIObject): fc.Arbitrary<string> {
  const broken = fc
    .tuple(
      valueOf(schema, document, 0),
      fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
      fc.constantFrom(...odd),
    )
    .map(([value, at, wrong]) =>
      JSON.stringify(at.reduce((sofar, place) => replaced(sofar, place, wrong), value)),
    );
  return fc.oneof(
    { weight: 8, arbitrary: broken },
    fc.constantFrom('[', 'null', '"x"', '{"a":', '[]'),
  );
}

/** Draws a value that the schema may allow. */
function valueOf(schema: Schema, document: OpenAPIObject, depth: number): fc.Arbitrary<unknown> {
  const name = schema.$ref?.split('/').at(-1);
  if (name) return valueOf(document.components?.schemas?.[name] ?? {}, document, depth);
  if (schema.allOf?.[0]) return valueOf(schema.allOf[0], document, depth);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'array' && depth < 4)
    return fc.array(valueOf(schema.items ?? {}, document, depth + 1), { maxLength: 2 });
  if (type === 'object' || schema.properties) {
    if (depth >= 4) return fc.constant({});
    const fields = Object.entries(schema.properties ?? {});
    return fc.record(
      Object.fromEntries(fields.map(([key, one]) => [key, valueOf(one, document, depth + 1)])),
    );
  }
  if (type === 'integer' || type === 'number') return fc.integer({ min: 0, max: 40 });
  if (type === 'boolean') return fc.boolean();
  if (schema.format === 'uuid') return fc.constant(NOBODY);
  return fc.constantFrom('2026-12-01', '2221', 'ES', 'MA', 'es', 'B1', NOBODY, 'text');
}
