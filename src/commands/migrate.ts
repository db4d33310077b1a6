import { persistence } from '../data-source.ts';
import { runCommand } from '../platform/application/start.ts';
import { readConfig } from '../platform/config/config.ts';
import { assertUsableServer } from '../platform/database/usable-server.ts';
import { migrate } from '../platform/database/migrate.ts';
import { migrateQueue } from '../platform/queue/migrate-queue.ts';

/** `npm run migrate` brings the database at DATABASE_URL up to date, as the owner of its tables. */
runCommand(async () => {
  const { databaseUrl } = readConfig();
  if (databaseUrl === null) {
    process.stdout.write(
      'DATABASE_URL is not set. The embedded PostgreSQL is migrated automatically at every start.\n',
    );
    return;
  }
  await assertUsableServer(databaseUrl);
  await migrate(databaseUrl, persistence, [migrateQueue]);
  process.stdout.write('The database is up to date.\n');
});
