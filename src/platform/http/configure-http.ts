import type { INestApplication } from '@nestjs/common';
import type { Express } from 'express';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { Database } from '../database/database.ts';
import { admission } from './admission.ts';
import { CreationInterceptor } from './created.ts';
import { EtagInterceptor } from './etag.ts';
import { IdempotencyInterceptor } from './idempotency/idempotency.interceptor.ts';
import { jsonBody } from './input/json-body.ts';
import { notKept } from './not-kept.ts';
import { LinkInterceptor } from './paging.ts';
import { ProblemFilter } from './problem.filter.ts';
import { validation } from './input/validation.ts';

/**
 * Configures everything that applies to every request. The application must be created without
 * Nest's body parser (`bodyParser: false`).
 */
export function configureHttp(app: INestApplication): void {
  const { databaseConnections, proxies } = app.get(Config);
  const express = app.getHttpAdapter().getInstance() as Express;
  express.disable('x-powered-by').set('trust proxy', proxies);
  app.use('/v1', notKept);
  app.use(admission(databaseConnections));
  app.use(jsonBody);
  app.useGlobalPipes(validation);
  app.useGlobalFilters(new ProblemFilter());
  const once = new IdempotencyInterceptor(app.get(Database), app.get(Clock));
  // The last is the nearest to the handler: the others see what it makes of the answer.
  const others = [new LinkInterceptor(), new EtagInterceptor(), new CreationInterceptor()];
  app.useGlobalInterceptors(once, ...others);
}
