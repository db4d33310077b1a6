import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { persistence } from '../../../src/data-source.ts';
import { EmbeddedPostgres } from '../../../src/platform/database/embedded/embedded-postgres.ts';
import { migrate } from '../../../src/platform/database/migrate.ts';
import { migrateQueue } from '../../../src/platform/queue/migrate-queue.ts';

/** The database from which the database of every test is copied. */
const template = `passerelle_template_${process.pid}`;

/**
 * Starts one PostgreSQL for the whole test run: the server at DATABASE_URL, or an embedded one.
 * Tests find it, and the migrated template, in the environment, which jest's workers inherit.
 */
export async function startTestServer(): Promise<{ stop: () => Promise<void> }> {
  const given = process.env['DATABASE_URL'];
  const server = given ? null : await startVolatile();
  const url = given ?? server?.url() ?? '';
  await recreate(url);
  const templateUrl = new URL(url);
  templateUrl.pathname = `/${template}`;
  await migrate(templateUrl.href, persistence, [migrateQueue]);
  process.env['TEST_SERVER_URL'] = url;
  process.env['TEST_TEMPLATE'] = template;
  return {
    stop: async () => {
      await drop(url);
      await server?.stop();
    },
  };
}

async function startVolatile(): Promise<{ url: () => string; stop: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'passerelle-test-'));
  await chmod(folder, 0o755);
  const server = await EmbeddedPostgres.start({ folder, volatile: true });
  return {
    url: () => server.url(),
    stop: async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function onServer(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

async function recreate(url: string): Promise<void> {
  await onServer(url, [`DROP DATABASE IF EXISTS ${template}`, `CREATE DATABASE ${template}`]);
}

async function drop(url: string): Promise<void> {
  await onServer(url, [`DROP DATABASE IF EXISTS ${template} WITH (FORCE)`]);
}
