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
<body><noscript>This page needs JavaScript. The OpenAPI description is at <a href="${DESCRIPTION}">${DESCRIPTION}</a>.</noscript>
<script id="api-reference" data-configuration='${JSON.stringify(reader)}'></script>
<script src="${SCRIPT}"></script></body></html>`;

/** The introduction, in Markdown: what holds for every operation. A newcomer reads it first. */
const introduction = `
Passerelle matches EU vacancies with jobseekers of partner countries, applies the law and gives its reasons. An offer is not a permit.

- **Key**: send an API key with every request under \`/v1\`, as \`Authorization: Bearer psl_...\`. What you can see depends on the
  organisation that holds the key. Each operation lists its roles under 403.
- **Languages**: operations with the header \`Accept-Language\` answer in English, French, Spanish or Arabic. The query parameter \`language\` takes precedence.
- **Lists** are returned in pages. Set the size with \`limit\`, and send \`nextCursor\` as \`cursor\` (or follow the \`Link\` header) for the next page.
- **Changes**: operations with the header \`If-Match\` need the \`ETag\` that you last read. A POST with an \`Idempotency-Key\` takes effect only once.
- **Files**: send the file itself as the body (\`curl --data-binary @FILE\`), in any supported format. Multipart forms are not accepted.
- **Refusals** are \`application/problem+json\` (RFC 9457). Programs use \`code\`; \`detail\` is for people, in the language that they ask for.
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
    code: { ...text, description: 'A code that does not change between releases, for programs' },
    detail: { ...text, description: 'A text for people: what is wrong and how to correct it' },
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
  description:
    'A request that is sent again with the same key takes effect once and gets the same answer',
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
    responses['default'] ??= { description: 'Any other refusal; see its code', content };
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
