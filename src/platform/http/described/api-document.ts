import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Express, type RequestHandler, static as serveFile } from 'express';
import { addAnswers, type Operation } from './answers.ts';
import { addExamples } from './example.ts';
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
Passerelle matches EU vacancies with candidates from partner countries, applies the law and explains each decision. A job offer is not a residence permit.

- **Keys**: send your API key with every call under \`/v1\`, as \`Authorization: Bearer psl_...\`. You see what your organisation may see.
  Under 403, each operation names the roles that may call it.
- **Languages**: operations with an \`Accept-Language\` header answer in English, French, Spanish or Arabic. The query parameter \`language\` takes precedence.
- **Dates** are calendar days, \`yyyy-mm-dd\`. The days named \`endsOn\`, \`untilOn\` or \`validUntil\` belong to the period.
- **Lists** come in pages of at most \`limit\` items. For the next page, send \`nextCursor\` as \`cursor\`, or follow the \`Link\` header.
- **Changes**: if an operation has an \`If-Match\` header, send the \`ETag\` that you last read. If the resource has changed since, the answer is 412.
- **Creation**: a POST that creates one resource names its address in \`Location\`. Where sending something again updates it, the answer is 201
  if anything was created and 200 otherwise.
- **Repetition**: a POST without a file may carry an \`Idempotency-Key\`; it is then carried out only once, however often you send it.
- **Files** are sent as the body itself (\`curl --data-binary @FILE\`). The format is recognised from the content. Multipart forms are not accepted.
- **Errors** are \`application/problem+json\` (RFC 9457). \`code\` is stable and meant for programs; \`detail\` is meant for people, in the language of the answer.
`;

/** What each group of operations is about. */
const tags: Readonly<Record<string, string>> = {
  organisations: 'The organisations that take part, and their API keys',
  vacancies: 'Vacancies of employers, and of ministries that deliver for their state',
  candidates: 'Candidates of an agency, with their consents',
  imports: 'Files of candidates or vacancies, read in the background',
  duplicates: 'Pairs of candidates or vacancies that may be the same',
  matches: 'The decisions on candidates and vacancies, with reasons',
  'matching runs': 'Runs that match many vacancies again, or propose who goes where',
  assignments: 'Proposals of who goes where, drawn with a published seed',
  placements: 'Job offers, and the steps that follow up to the return',
  quotas: 'National offers: seats that a state reserves for nationals of a partner country',
  'allocation rounds': 'Rounds that allocate the free seats of a national offer',
  partnerships: 'Mobility partnerships between a partner country and EU states',
  'pressed sectors': 'Sectors in which, according to the partner country, emigration does harm',
  outflow: 'Caps on how many people may leave a partner country, and the people counted',
  'rules of law': 'The rules that decisions follow, and the labour-market tests of vacancies',
  simulations: 'What a draft of rules, seats or pressed sectors would change',
  evidence: 'Evidence packs: what a decision was based on, sealed',
  monitoring: 'Published figures, never about fewer than ten people',
  'circular migration': 'The rules for people who come, go home and come again',
  'trained abroad': 'Candidates who were trained in the home country for work in a state',
  'vacancies at home': 'Vacancies in the partner country, for candidates who return',
  'wording appeals': 'Appeals against the refusal of a phrase in a vacancy',
  reference: 'The codes of countries, languages, occupations, sectors, education and skills',
  'EURES exchange': 'Vacancies offered to other services, and those imported from them',
  health: 'Checks for operators; no key is needed',
};

/** Returns the OpenAPI 3.1 description of every operation. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Passerelle')
    .setDescription(introduction)
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addServer('/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'psl_...' });
  for (const [name, about] of Object.entries(tags)) description.addTag(name, about);
  return withWhatAllDo(SwaggerModule.createDocument(app, description.build()));
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
    code: { ...text, description: 'A stable code, for programs to act on' },
    detail: { ...text, description: 'For people: what is wrong and what to do about it' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['pointer', 'code', 'detail'],
        properties: {
          pointer: {
            ...text,
            description:
              'What the error is about: a JSON pointer into the body or the query, or the name of a header',
          },
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
    'A key of your choice. If you send the request again with the same key, it is not carried out again and gets the same answer',
  schema: { type: 'string', maxLength: 255 },
} as const;

/**
 * Adds what many operations have in common: answers, refusals, operations without a key, the
 * Idempotency-Key, and examples of bodies.
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
    responses['default'] ??= { description: 'Any other error; `code` says which', content };
  }
  addExamples(document.components?.schemas);
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
