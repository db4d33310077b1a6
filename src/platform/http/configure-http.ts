import type { INestApplication } from '@nestjs/common';
import { type Express, json, type NextFunction, type Request, type Response } from 'express';
import { EtagInterceptor } from './etag.ts';
import { LinkInterceptor } from './paging.ts';
import { problemOf, ProblemFilter, sendProblem } from './problem.filter.ts';
import { validation } from './validation.ts';

/** Bodies of these operations are files: they are read as they arrive, whatever their type. */
const STREAMED = /\/(bulk|imports)\/?$/;

/** Everything that holds for every request. Create the application with `bodyParser: false`. */
export function configureHttp(app: INestApplication): void {
  (app.getHttpAdapter().getInstance() as Express).disable('x-powered-by');
  const parseJson = json({ limit: '1mb', type: ['application/json', 'application/*+json'] });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (STREAMED.test(request.path)) next();
    else
      parseJson(request, response, (error?: unknown) => {
        if (error === undefined) next();
        else sendProblem(response, problemOf(error));
      });
  });
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter());
  app.useGlobalInterceptors(new LinkInterceptor(), new EtagInterceptor());
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
}
