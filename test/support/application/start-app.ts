import { ConsoleLogger, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { ApiKeys } from '../../../src/access/api-keys.service.ts';
import { Organisations } from '../../../src/access/organisations.service.ts';
import { AppModule } from '../../../src/app.module.ts';
import { FixedClock } from '../../../src/platform/clock/clock.ts';
import { Config } from '../../../src/platform/config/config.ts';
import { Database } from '../../../src/platform/database/database.ts';
import { actAs, type OrganisationRole, SYSTEM } from '../../../src/platform/database/tenant.ts';
import { serveApiDocument } from '../../../src/platform/http/described/api-document.ts';
import { configureHttp } from '../../../src/platform/http/configure-http.ts';
import { listen } from '../../../src/platform/http/listen.ts';
import { AnswersAsDescribed } from './answers-as-described.ts';
import { runTypescript } from '../processes/run-typescript.ts';
import { createTestDatabase } from './test-database.ts';

/** A caller of the API with a key of its own. */
export interface Caller {
  organisationId: string;
  key: string;
  get: (path: string) => request.Test;
  post: (path: string, body?: string | object) => request.Test;
  put: (path: string, body: object, version?: number) => request.Test;
  delete: (path: string) => request.Test;
}

export interface TestApp {
  app: INestApplication;
  database: Database;
  clock: FixedClock;
  /** Makes a caller with that role, and with a `country` if the role has one. */
  caller: (role: OrganisationRole, country?: string) => Promise<Caller>;
  /**
   * Waits until every job in the outbox is done.
   * @throws Error if a job failed, or if jobs are open after `seconds` (30 by default)
   */
  settle: (seconds?: number) => Promise<void>;
  stop: () => Promise<void>;
}

/**
 * Starts the whole application on a database of its own, over HTTP, with the queue and the search
 * that the environment names (REDIS_URL, MEILI_URL). The time is noon UTC on 24 November 2026, or
 * on the date `on`. With the role `api` no job runs by itself. With `described` it also serves its
 * description. `stop` throws if an answer was not as described.
 */
export async function startApp({
  on = '2026-11-24',
  described = false,
  ...settings
}: { on?: string; described?: boolean } & Partial<Config> = {}): Promise<TestApp> {
  const { url, drop } = await createTestDatabase();
  const clock = new FixedClock(new Date(`${on}T12:00:00Z`));
  const config = new Config({
    databaseUrl: url,
    redisUrl: process.env['REDIS_URL'] ?? null,
    queuePrefix: `test-${randomBytes(6).toString('hex')}`,
    threadArguments: runTypescript,
    logLevel: 'error',
    // Instances under test talk to each other on this machine.
    outbound: 'any',
    ...settings,
  });
  const app = await NestFactory.create(AppModule.with(config, clock), {
    bodyParser: false,
    // An instance, since levels alone would leave a logger silent that an earlier file silenced.
    logger: new ConsoleLogger({ logLevels: ['error', 'fatal'] }),
    abortOnError: false,
  });
  const answers = new AnswersAsDescribed();
  app.useGlobalInterceptors(answers);
  configureHttp(app);
  if (described) serveApiDocument(app);
  await listen(app, 0, '127.0.0.1');
  const database = app.get(Database);
  return {
    app,
    database,
    clock,
    caller: (role, country) => makeCaller(app, role, country),
    settle: (seconds) => settle(database, seconds),
    stop: async () => {
      await app.close();
      await drop();
      answers.check();
    },
  };
}

async function makeCaller(
  app: INestApplication,
  role: OrganisationRole,
  country?: string,
): Promise<Caller> {
  const { id, key } = await actAs(SYSTEM, async () => {
    const name = `${role} ${country ?? ''}`.trim();
    const organisation = await app.get(Organisations).create({ name, role, country });
    const { key } = await app.get(ApiKeys).create(organisation.id, 'test');
    return { id: organisation.id, key };
  });
  return callAs({ organisationId: id, key }, app);
}

/** Makes a caller that has a key already, such as from another instance on the same database. */
export async function callAs(
  { organisationId, key }: Pick<Caller, 'organisationId' | 'key'>,
  app: INestApplication,
): Promise<Caller> {
  const http = request(await app.getUrl());
  const authorised = (test: request.Test): request.Test => test.auth(key, { type: 'bearer' });
  return {
    organisationId,
    key,
    get: (path) => authorised(http.get(path)),
    post: (path, body) => authorised(http.post(path)).send(body),
    put: (path, body, version) => {
      const test = authorised(http.put(path)).send(body);
      return version === undefined ? test : test.set('If-Match', `"${version}"`);
    },
    delete: (path) => authorised(http.delete(path)),
  };
}

async function settle(database: Database, seconds = 30): Promise<void> {
  for (let attempt = 0; attempt < seconds * 20; attempt += 1) {
    const [jobs] = await database.as(SYSTEM, (sql) =>
      sql.query<{ open: number; failed: string | null }[]>(
        `SELECT count(*)::int AS open,
                min(job || ' failed: ' || last_error) FILTER (WHERE failed_at IS NOT NULL) AS failed
           FROM outbox WHERE done_at IS NULL`,
      ),
    );
    if (jobs?.failed) throw new Error(jobs.failed);
    if (jobs?.open === 0) return;
    await sleep(50);
  }
  throw new Error(`The jobs did not settle within ${seconds} seconds.`);
}
