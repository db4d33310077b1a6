import type { INestApplication } from '@nestjs/common';
import { type Express, json, type NextFunction, type Request, type Response } from 'express';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { admission } from './admission.ts';
import { EtagInterceptor } from './etag.ts';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.ts';
import { LinkInterceptor } from './paging.ts';
import { problemOf, ProblemFilter, sendProblem } from './problem.filter.ts';
import { isStreamed } from './streamed.ts';
import { validation } from './validation.ts';

/** Everything that holds for every request. Create the application with `bodyParser: false`. */
export function configureHttp(app: INestApplication): void {
  (app.getHttpAdapter().getInstance() as Express).disable('x-powered-by');
  app.use(admission(app.get(Config).databaseConnections));
  const parseJson = json({ limit: '1mb', type: ['application/json', 'application/*+json'] });
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (isStreamed(request.path)) next();
    else
      parseJson(request, response, (error?: unknown) => {
        if (error === undefined) next();
        else sendProblem(response, problemOf(error));
      });
  });
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter());
  const once = new IdempotencyInterceptor(app.get(Database), app.get(Clock));
  app.useGlobalInterceptors(once, new LinkInterceptor(), new EtagInterceptor());
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
}
