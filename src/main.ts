import { AppModule } from './app.module.ts';
import { runCommand, startApplication } from './platform/application/start.ts';
import { readConfig } from './platform/config/config.ts';

/** Starts the application in its configured role: `api`, `worker` or `both`, the default. */
runCommand(async () => {
  const config = readConfig();
  process.stdout.write(`${JSON.stringify({ settings: config.redacted() })}\n`);
  await startApplication(AppModule.with(config), config);
});
