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

/** Without what would go through servers of Scalar's, or stands in the way of reading. */
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

/** The page loads nothing but its own script and asks nobody but this service. */
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

/** What holds for every operation, in Markdown: the first that a newcomer reads. */
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

/** The OpenAPI 3.1 description of every operation. */
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

/** What every refusal looks like (RFC 9457), as `ProblemError.toDocument` makes it. */
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

/** Says what holds for many operations: how they succeed and refuse, who needs no key, what a key makes happen once. */
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

/** Those that OpenAPI knows; Nest also tells of SEARCH where every method is refused. */
function operationsOf(item: OpenAPIObject['paths'][string]): Operation[] {
  Reflect.deleteProperty(item, 'search');
  return Object.values(item as Record<string, Operation>);
}

/** Serves the description at /openapi.json and a page to read and try it at /docs, where / leads too. */
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

/** The page's script from this machine: an office's network may not reach Scalar's own server. */
function scalarScript(): RequestHandler {
  const packaged = dirname(fileURLToPath(import.meta.resolve('@scalar/fastify-api-reference')));
  return serveFile(join(packaged, 'js', 'standalone.js'), { maxAge: '1h' });
}
