import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { persistence } from '../../../src/data-source.ts';
import { runtimeConnections } from '../../../src/platform/database/connections.ts';
import { Database } from '../../../src/platform/database/database.ts';

export interface TestDatabase {
  /** The database as the application uses it: under the runtime role, with tenants. */
  database: Database;
  /** The address for the owner of the tables. */
  url: string;
  stop: () => Promise<void>;
}

/** Makes a migrated, empty database for one test on the run's server; `stop` drops it. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const { url, drop } = await createTestDatabase();
  const dataSource = await runtimeConnections(url, persistence).initialize();
  return {
    database: new Database(dataSource),
    url,
    stop: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}

/** Makes the database alone, without opening connections to it. */
export async function createTestDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = process.env['TEST_SERVER_URL'] ?? '';
  const name = `passerelle_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEST_TEMPLATE'] ?? ''}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => onServer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
