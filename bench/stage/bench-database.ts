import { rm } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { persistence } from '../../src/data-source.ts';
import { runtimeConnections } from '../../src/platform/database/connections.ts';
import { Database } from '../../src/platform/database/database.ts';
import { EmbeddedPostgres } from '../../src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../../src/platform/database/migrate.ts';
import { benchFolder } from './bench-folder.ts';

/**
 * Runs `work` on an empty, migrated database on an embedded server, and removes the server
 * afterwards. `analyse` gathers the planner's statistics at once; otherwise the server does so
 * within a minute.
 */
export async function withBenchDatabase(
  work: (database: Database, analyse: () => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const folder = await benchFolder();
  const server = await EmbeddedPostgres.start({ folder });
  try {
    const url = server.url();
    await migrate(url, persistence);
    const dataSource = await runtimeConnections(url, persistence).initialize();
    // Only the owner of the tables may run ANALYZE.
    const owner = await new DataSource({ type: 'postgres', url }).initialize();
    await work(new Database(dataSource), () => owner.query('ANALYZE'));
    await owner.destroy();
    await dataSource.destroy();
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
