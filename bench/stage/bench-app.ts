import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../../src/app.module.ts';
import { startApplication } from '../../src/platform/application/start.ts';
import { RunningClock } from '../../src/platform/clock/clock.ts';
import { Config } from '../../src/platform/config/config.ts';
import { benchFolder } from './bench-folder.ts';

/**
 * Starts the whole application on an empty database, embedded or at DATABASE_URL, with a folder for
 * its files.
 */
export async function startBench(): Promise<{ app: INestApplication; folder: string }> {
  const folder = await benchFolder();
  const config = new Config({
    dataFolder: join(folder, 'data'),
    databaseUrl: process.env['DATABASE_URL'] ?? null,
    redisUrl: process.env['REDIS_URL'] ?? null,
    port: 0,
    logLevel: 'error',
  });
  const app = await startApplication(
    AppModule.with(config, new RunningClock('2026-11-24')),
    config,
  );
  return { app, folder };
}
