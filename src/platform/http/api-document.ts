import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { apiReference } from '@scalar/nestjs-api-reference';
import { type RequestHandler, static as serveFile } from 'express';

const PAGE = '/docs';
const SCRIPT = '/docs/scalar.js';

/** What the page would offer through servers of Scalar's, or put in the way of reading. */
const withoutItsServers = {
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  hideClientButton: true,
  showDeveloperTools: 'never',
} as const;

/** The OpenAPI 3.1 description of every operation. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Passerelle')
    .setDescription(
      'Matches EU vacancies with jobseekers of partner countries, keeps the law and says why. ' +
        'An offer is not a permit. Every refusal is application/problem+json (RFC 9457).',
    )
    .setVersion('1')
    .setLicense('EUPL-1.2', 'https://eupl.eu/1.2/en/')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key: psl_...' })
    .build();
  return SwaggerModule.createDocument(app, description);
}

/** Serves the description at /openapi.json and a page to read and try it at /docs. */
export function serveApiDocument(app: INestApplication): void {
  const document = describeApi(app);
  SwaggerModule.setup('openapi', app, document, { ui: false, jsonDocumentUrl: 'openapi.json' });
  app.use(SCRIPT, scalarScript());
  app.use(
    PAGE,
    apiReference({
      url: '/openapi.json',
      cdn: SCRIPT,
      pageTitle: 'Passerelle API',
      withDefaultFonts: false,
      ...withoutItsServers,
    }),
  );
}

/** The page's script from this machine: an office's network may not reach Scalar's own server. */
function scalarScript(): RequestHandler {
  const packaged = dirname(fileURLToPath(import.meta.resolve('@scalar/fastify-api-reference')));
  return serveFile(join(packaged, 'js', 'standalone.js'), { maxAge: '1h' });
}
