import pg from 'pg';
import { runtimeUrl } from './connections.ts';

/**
 * Refuses a connection on which row-level security would not hold (guarantee G14).
 * @throws Error naming the role and the reason
 */
export async function assertSafeRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: runtimeUrl(url) });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; unsafe: boolean; owner: boolean }>(
      `SELECT current_user AS name, rolsuper OR rolbypassrls AS unsafe,
              EXISTS (SELECT 1 FROM pg_tables
                      WHERE schemaname = 'public' AND tableowner = current_user) AS owner
         FROM pg_roles WHERE rolname = current_user`,
    );
    const role = rows[0];
    if (!role || role.unsafe) throw new Error(`Role ${role?.name ?? '?'} bypasses row security.`);
    if (role.owner)
      throw new Error(`Role ${role.name} owns tables; the runtime role must own none.`);
  } finally {
    await client.end();
  }
}
