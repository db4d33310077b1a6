import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { apiReference } from '@scalar/nestjs-api-reference';

/** The OpenAPI 3.1 description of every operation. */
function describeApi(app: INestApplication): OpenAPIObject {
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
  app.use('/docs', apiReference({ url: '/openapi.json', pageTitle: 'Passerelle API' }));
}
