import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { persistence } from '../../data-source.ts';
import { runtimeConnections } from './connections.ts';
import { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { newId } from './new-id.ts';
import { assertSafeRole } from './safe-role.ts';
import { SYSTEM, type Tenant } from './tenant.ts';

describe('a database whose owner is no superuser', () => {
  const name = `passerelle_owned_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const server = new pg.Client({ connectionString: process.env['TEST_SERVER_URL'] });
  const address = new URL(process.env['TEST_SERVER_URL'] ?? '');
  Object.assign(address, { username: name, password, pathname: `/${name}` });

  beforeAll(async () => {
    await server.connect();
    await server.query(`CREATE ROLE ${name} LOGIN PASSWORD '${password}' CREATEROLE`);
    await server.query(`GRANT passerelle_runtime, passerelle_system TO ${name} WITH ADMIN OPTION`);
    await server.query(`CREATE DATABASE ${name} OWNER ${name} TEMPLATE template0`);
    await migrate(address.href, persistence);
  });

  afterAll(async () => {
    await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.query(`DROP ROLE IF EXISTS ${name}`);
    await server.end();
  });

  it('is migrated, and tells tenants apart', async () => {
    await expect(assertSafeRole(address.href)).resolves.toBeUndefined();
    const dataSource = await runtimeConnections(address.href, persistence).initialize();
    const database = new Database(dataSource);
    const agency: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };
    const key = newId();
    try {
      await database.as(SYSTEM, async (sql) => {
        for (const id of [agency.organisationId, newId()]) {
          const values = [id, `Agence ${id}`];
          await sql.query(`INSERT INTO organisation VALUES ($1, $2, 'agency', 'MA')`, values);
        }
        const values = [key, agency.organisationId];
        await sql.query(`INSERT INTO api_key VALUES ($1, $2, 'first', 'hash')`, values);
      });
      const seenBy = (tenant: Tenant): Promise<{ id: string }[]> =>
        database.as(tenant, (sql) => sql.query('SELECT id FROM organisation'));
      expect(await seenBy(agency)).toEqual([{ id: agency.organisationId }]);
      expect(await seenBy(SYSTEM)).toHaveLength(2);
      const holders = await database.queryWithoutTenant<{ organisation_id: string }>(
        'SELECT organisation_id FROM holder_of_key($1)',
        [key],
      );
      expect(holders).toEqual([{ organisation_id: agency.organisationId }]);
    } finally {
      await dataSource.destroy();
    }
  });
});
