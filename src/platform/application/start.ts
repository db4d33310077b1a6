import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config.ts';
import { serveApiDocument } from '../http/described/api-document.ts';
import { configureHttp } from '../http/configure-http.ts';
import { listen } from '../http/listen.ts';
import { JsonLogger } from '../observability/json-logger.ts';
import { reasonOf } from '../observability/reason-of.ts';

/** How long a stop may take, in ms. Docker kills a container after ten seconds. */
const LONGEST_STOP_MS = 8_000;

/** Starts the application of `module` and listens at the configured host and port. */
export async function startApplication(
  module: DynamicModule,
  config: Config,
): Promise<INestApplication> {
  const logger = new JsonLogger(config.logLevel);
  const app = await NestFactory.create(module, { bodyParser: false, abortOnError: false, logger });
  configureHttp(app);
  stopOnSignals(app, logger);
  serveApiDocument(app);
  await listen(app, config.port, config.host);
  logger.log(`Listening at ${await app.getUrl()}, documentation at /docs`, 'Http');
  return app;
}

/**
 * Stops the application on SIGINT and SIGTERM, within a limit whatever hangs: nothing is lost if a
 * process just ends. It exits by itself, since the first process of a container survives a signal
 * that nobody handles.
 */
function stopOnSignals(app: INestApplication, logger: JsonLogger): void {
  const signals = ['SIGINT', 'SIGTERM'];
  app.enableShutdownHooks(signals, { useProcessExit: true });
  const end = (): void => {
    logger.warn(
      `The stop takes longer than ${LONGEST_STOP_MS / 1_000} s and is broken off.`,
      'Stop',
    );
    process.exit(1);
  };
  for (const signal of signals)
    process.once(signal, () => setTimeout(end, LONGEST_STOP_MS).unref());
}

/**
 * Runs `work` on the application of `module` without an HTTP server. Closes the application
 * afterwards, also if `work` throws.
 */
export async function withApplication<T>(
  module: DynamicModule,
  work: (app: INestApplication) => Promise<T>,
): Promise<T> {
  const app = await NestFactory.create(module, { abortOnError: false, logger: ['error', 'warn'] });
  try {
    await app.init();
    return await work(app);
  } finally {
    await app.close();
  }
}

/**
 * Runs a command. If it fails, prints one clear line instead of a stack trace and ends the process
 * with exit code 1.
 */
export function runCommand(command: () => Promise<unknown>): void {
  command().catch((error: unknown) => {
    const advice =
      error instanceof ConfigError ? '' : '\nRun npm run doctor to check all settings.';
    process.stderr.write(`\n${reasonOf(error)}${advice}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 2_000).unref();
  });
}
