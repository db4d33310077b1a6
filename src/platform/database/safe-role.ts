import pg from 'pg';
import { RUNTIME_ROLE, runtimeUrl, SYSTEM_ROLE } from './connections.ts';

/**
 * Refuses a connection on which row-level security would not apply (guarantee G14).
 * @throws Error naming the role and the reason
 */
export async function assertSafeRole(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: runtimeUrl(url) });
  await client.connect();
  try {
    for (const name of [RUNTIME_ROLE, SYSTEM_ROLE]) await assertSafe(client, name);
  } finally {
    await client.end();
  }
}

async function assertSafe(client: pg.Client, name: string): Promise<void> {
  await client.query(`SET ROLE ${pg.escapeIdentifier(name)}`);
  const { rows } = await client.query<{ unsafe: boolean; owner: boolean }>(
    `SELECT rolsuper OR rolbypassrls AS unsafe,
            EXISTS (SELECT 1 FROM pg_tables
                    WHERE schemaname = 'public' AND tableowner = current_user) AS owner
       FROM pg_roles WHERE rolname = current_user`,
  );
  const [role] = rows;
  if (!role || role.unsafe)
    throw new Error(
      `The role ${name} bypasses row security. Remove SUPERUSER and BYPASSRLS from it.`,
    );
  if (role.owner)
    throw new Error(`The role ${name} owns tables. Give them to the owner of the schema.`);
}
