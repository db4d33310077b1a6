import { runMigrations } from 'bullmq';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Creates the tables of BullMQ's PostgreSQL backend in its own schema, for the runtime role to use.
 * BullMQ makes a sequence there for each queue at its first use, hence CREATE.
 */
export async function migrateQueue(owner: DataSource): Promise<void> {
  const { url } = owner.options as { url: string };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client);
    await client.query(`
      GRANT USAGE, CREATE ON SCHEMA bullmq TO passerelle_runtime;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO passerelle_runtime;
      GRANT USAGE ON ALL SEQUENCES IN SCHEMA bullmq TO passerelle_runtime;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA bullmq TO passerelle_runtime;`);
  } finally {
    await client.end();
  }
}
