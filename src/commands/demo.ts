import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../app.module.ts';
import { runCommand, startApplication } from '../platform/application/start.ts';
import { type Clock, RunningClock, SystemClock } from '../platform/clock/clock.ts';
import { Config, readConfig } from '../platform/config/config.ts';
import { EmbeddedPostgres } from '../platform/database/embedded/embedded-postgres.ts';
import { DemoCast } from './demo/demo-cast.ts';
import { Demonstration } from './demo/demonstration.ts';
import { type DemoOptions, readDemoOptions } from './demo/demo-options.ts';
import { SAMPLES_DAY } from './demo/samples.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run demo` shows the whole process on the samples or on the user's own files, then serves the
 * API.
 */
runCommand(async () => {
  const startedAt = performance.now();
  const options = readDemoOptions(process.argv.slice(2));
  const settings = readConfig();
  const config = demoConfig(settings, options);
  say(`Starting: ${partsOf(config)} ...`);
  if (config.databaseUrl === null) await startEmpty(config.dataFolder);
  const app = await startApplication(AppModule.with(config, clockOf(options)), config);
  try {
    const cast = new DemoCast(app, await app.getUrl());
    await new Demonstration(app, cast, options, say).run();
    say(`\nDone in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
    if (options.exit) await app.close();
    else await invite(app, cast, settings.dataFolder);
  } catch (error) {
    await app.close();
    throw error;
  }
});

/**
 * Returns the settings of the demonstration: a data folder beside that of `npm start`, and no log
 * lines between the lines for people.
 */
function demoConfig(config: Config, { exit }: DemoOptions): Config {
  return new Config({
    ...config,
    role: 'both',
    logLevel: 'error',
    port: exit ? 0 : config.port,
    dataFolder: join(config.dataFolder, 'demo'),
    queuePrefix: `${config.queuePrefix}-demo`,
  });
}

function partsOf({ databaseUrl, redisUrl, meiliUrl }: Config): string {
  return [
    databaseUrl === null ? 'embedded PostgreSQL' : 'PostgreSQL at DATABASE_URL',
    redisUrl === null ? 'jobs in PostgreSQL' : 'jobs in Redis at REDIS_URL',
    meiliUrl === null ? 'search in PostgreSQL' : 'search in Meilisearch at MEILI_URL',
  ].join(', ');
}

/**
 * Returns the clock of the demonstration. The samples are true on one day only; the user's own
 * files are read as of today.
 */
function clockOf({ today, vacancies, candidates }: DemoOptions): Clock {
  const own = vacancies.length > 0 || candidates.length > 0;
  const on = today ?? (own ? null : SAMPLES_DAY);
  return on === null ? new SystemClock() : new RunningClock(on);
}

/** Deletes the database of an earlier demonstration and keeps the server. */
async function startEmpty(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const server = await EmbeddedPostgres.start({ folder });
  await server.dropDatabase('passerelle');
  await server.stop();
}

async function invite(app: INestApplication, cast: DemoCast, folder: string): Promise<void> {
  const url = await app.getUrl();
  const keys = join(folder, 'demo.env');
  await writeFile(keys, `URL=${url}\n${await cast.keys()}`, { mode: 0o600 });
  say(`The API is at ${url}, its documentation at ${url}/docs.`);
  say(
    `The keys of all roles are in ${keys}; the tours in the README use them. Press Ctrl-C to stop.`,
  );
}
