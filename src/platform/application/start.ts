import type { DynamicModule, INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Config } from '../config/config.ts';
import { ConfigError } from '../config/config.ts';
import { serveApiDocument } from '../http/described/api-document.ts';
import { configureHttp } from '../http/configure-http.ts';
import { listen } from '../http/listen.ts';
import { JsonLogger } from '../observability/json-logger.ts';

/** Starts the application of `module`, listening where the configuration says. */
export async function startApplication(
  module: DynamicModule,
  config: Config,
): Promise<INestApplication> {
  const logger = new JsonLogger(config.logLevel);
  const app = await NestFactory.create(module, { bodyParser: false, abortOnError: false, logger });
  configureHttp(app);
  serveApiDocument(app);
  await listen(app, config.port, config.host);
  logger.log(`Listening at ${await app.getUrl()}, described at /docs`, 'Http');
  return app;
}

/** Runs `work` on the application without a server or workers: for commands. */
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

/** Ends the process with one clear line when it cannot start, instead of a stack trace. */
export function runCommand(command: () => Promise<unknown>): void {
  command().catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    const advice = error instanceof ConfigError ? '' : '\nnpm run doctor checks every setting.';
    process.stderr.write(`\n${message}${advice}\n`);
    process.exitCode = 1;
    setTimeout(() => process.exit(1), 2_000).unref();
  });
}
