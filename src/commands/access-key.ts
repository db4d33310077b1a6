import { parseArgs } from 'node:util';
import { ApiKeys } from '../access/api-keys.service.ts';
import { AppModule } from '../app.module.ts';
import { runCommand, withApplication } from '../platform/application/start.ts';
import { Config, readConfig } from '../platform/config/config.ts';

/**
 * `npm run access:key [-- --revoke-others]` makes a new key for an administrator who lost the old
 * one.
 */
runCommand(async () => {
  const { values } = parseArgs({ options: { 'revoke-others': { type: 'boolean' } } });
  // Runs no jobs: it only makes a key.
  const config = new Config({ ...readConfig(), role: 'api' });
  const { key, revoked } = await withApplication(AppModule.with(config), (app) =>
    app
      .get(ApiKeys, { strict: false })
      .replaceAdministrator({ revokeOthers: values['revoke-others'] ?? false }),
  );
  process.stdout.write(`The administrator's new key, shown only once: ${key}\n`);
  if (revoked > 0) process.stdout.write(`Other administrator keys revoked: ${revoked}\n`);
});
