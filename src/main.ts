import { AppModule } from './app.module.ts';
import { runCommand, startApplication } from './platform/application/start.ts';
import { readConfig } from './platform/config/config.ts';

/** Starts by role: api, worker, or both, which is the default. */
runCommand(async () => {
  const config = readConfig();
  process.stdout.write(`${JSON.stringify({ settings: config.redacted() })}\n`);
  await startApplication(AppModule.with(config), config);
});
