import pg from 'pg';
import { reasonOf } from '../observability/reason-of.ts';

const OLDEST = 15;

/**
 * Refuses a server at DATABASE_URL that cannot be reached, or is too old for the migrations.
 * @throws Error naming the setting and the reason
 */
export async function assertUsableServer(url: string): Promise<void> {
  const version = await versionOf(url).catch((error: unknown) => {
    throw new Error(`PostgreSQL at DATABASE_URL cannot be used: ${reasonOf(error)}`, {
      cause: error,
    });
  });
  if (version < OLDEST)
    throw new Error(`PostgreSQL ${version} at DATABASE_URL is too old. Use ${OLDEST} or newer.`);
}

async function versionOf(url: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `SELECT current_setting('server_version_num')::int / 10000 AS version`,
    );
    return rows[0]?.version ?? 0;
  } finally {
    await client.end();
  }
}
