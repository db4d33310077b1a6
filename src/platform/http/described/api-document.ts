import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Express, type RequestHandler, static as serveFile } from 'express';
import { addAnswers, type Operation } from './answers.ts';
import { isStreamed } from '../input/streamed.ts';

const PAGE = '/docs';
const DESCRIPTION = '/openapi.json';
const SCRIPT = '/docs/scalar.js';

/**
 * Settings of the page, without features that use Scalar's servers or get in the way of reading.
 */
const reader = {
  url: DESCRIPTION,
  authentication: { preferredSecurityScheme: 'bearer' },
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
};

/** The content security policy: the page loads only its own script and calls only this service. */
const policy = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  'img-src data:',
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
].join('; ');

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Passerelle API</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="data:,"></head>
<body><noscript>The description itself is at <a href="${DESCRIPTION}">${DESCRIPTION}</a>.</noscript>
<script id="api-reference" data-configuration='${JSON.stringify(reader)}'></script>
<script src="${SCRIPT}"></script></body></html>`;

/** The introduction, in Markdown: what holds for every operation. A newcomer reads it first. */
const introduction = `
Matches EU vacancies with jobseekers of partner countries, keeps the law and says why. An offer is not a permit.

- **Key**: every call under \`/v1\` carries one, \`Authorization: Bearer psl_...\`. Of whom it is decides what there is to see;
  an operation says under 403 for whom it is.
- **Languages**: where \`Accept-Language\` is among the headers, things are told in English, French, Spanish or Arabic; \`language\` in the query goes before it.
- **Lists** come in pages: \`limit\`, and \`cursor\` from \`nextCursor\` or the \`Link\` header.
- **Changes** with \`If-Match\` among their headers carry there the \`ETag\` last read; a POST may carry an \`Idempotency-Key\`, and then happens once.
- **Files** are the body itself (\`curl --data-binary @FILE\`), of whatever format; forms (multipart) are not read.
- **Refusals** are \`application/problem+json\` (RFC 9457): programs decide by \`code\`, people read \`detail\`, in the language that they ask for.
`;

/** Returns the OpenAPI 3.1 description of every operation. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Passerelle')
    .setDescription(introduction)
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'psl_...' })
    .build();
  return withWhatAllDo(SwaggerModule.createDocument(app, description));
}

const text = { type: 'string' };

/** The schema of every refusal (RFC 9457), as `ProblemError.toDocument` makes it. */
const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { ...text, example: 'urn:passerelle:problem:validation-failed' },
    title: { ...text, example: 'Validation failed' },
    status: { type: 'integer', example: 400 },
    code: { ...text, description: 'Stable: what programs decide by' },
    detail: { ...text, description: 'For people: what is wrong, and what would mend it' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: { ...text, description: 'A JSON pointer, or the name of a header' },
          code: text,
          detail: text,
        },
      },
    },
  },
};

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Sent again with the same key, the request happens once and is answered the same',
  schema: { type: 'string', maxLength: 255 },
} as const;

/**
 * Adds what many operations have in common: answers, refusals, operations without a key, and the
 * Idempotency-Key.
 */
function withWhatAllDo(document: OpenAPIObject): OpenAPIObject {
  const schema = { $ref: '#/components/schemas/Problem' };
  const content = { 'application/problem+json': { schema } };
  for (const [path, { post }] of Object.entries(document.paths))
    if (post?.security && !isStreamed(path))
      post.parameters = [...(post.parameters ?? []), idempotencyKey];
  const operations = Object.values(document.paths).flatMap(operationsOf);
  const answers = addAnswers(operations);
  for (const operation of operations) {
    const { responses } = operation;
    operation.security ??= [];
    for (const [status, response] of Object.entries(responses))
      if (status >= '400' && response && 'description' in response)
        response.content = { ...response.content, ...content };
    responses['default'] ??= { description: 'Any other refusal, by its code', content };
  }
  const schemas = { ...document.components?.schemas, ...answers, Problem: problemSchema };
  return { ...document, components: { ...document.components, schemas } };
}

/**
 * Returns the operations of a path that OpenAPI knows. Nest also lists SEARCH for paths that refuse
 * every method.
 */
function operationsOf(item: OpenAPIObject['paths'][string]): Operation[] {
  Reflect.deleteProperty(item, 'search');
  return Object.values(item as Record<string, Operation>);
}

/**
 * Serves the description at /openapi.json, and a page to read and try it at /docs. Redirects / to
 * that page.
 */
export function serveApiDocument(app: INestApplication): void {
  const document = describeApi(app);
  SwaggerModule.setup('openapi', app, document, { ui: false, jsonDocumentUrl: DESCRIPTION });
  app.use(SCRIPT, scalarScript());
  const express = app.getHttpAdapter().getInstance() as Express;
  express.get('/', (_, response) => {
    response.redirect(PAGE);
  });
  express.get(PAGE, (_, response) => response.set('Content-Security-Policy', policy).send(page));
}

/**
 * Serves the page's script from this machine, since an office's network may not reach Scalar's own
 * server.
 */
function scalarScript(): RequestHandler {
  const packaged = dirname(fileURLToPath(import.meta.resolve('@scalar/fastify-api-reference')));
  return serveFile(join(packaged, 'js', 'standalone.js'), { maxAge: '1h' });
}
