import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AsyncResource } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';
import { persistence } from '../../data-source.ts';
import {
  createTestDatabase,
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { runtimeConnections } from './connections.ts';
import { Database } from './database.ts';
import { JsonText } from './copying/copy-line.ts';
import { copyRows } from './copying/copy.ts';
import { newId } from './new-id.ts';
import { keepStaging } from './copying/staging.ts';
import { actAs, SYSTEM, type Tenant } from './tenant.ts';

describe('a transaction', () => {
  let test: TestDatabase;
  const agency: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };

  beforeAll(async () => {
    test = await startTestDatabase();
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query('CREATE TEMP TABLE arriving (LIKE organisation) ON COMMIT DROP');
      await copyRows(
        sql,
        'arriving',
        ['id', 'name', 'role', 'country', 'version', 'created_at'],
        [
          [agency.organisationId, 'Agence "A"\t\\N {1,2}', 'agency', 'MA', 1, new Date()],
          [newId(), 'Agence B', 'agency', 'TN', 1, new Date()],
        ],
      );
      await sql.query('INSERT INTO organisation SELECT * FROM arriving');
    });
  });

  afterAll(() => test.stop());

  const names = (tenant: Tenant): Promise<string[]> =>
    test.database.as(tenant, async (sql) => {
      const rows = await sql.query<{ name: string }[]>(
        'SELECT name FROM organisation ORDER BY name',
      );
      return rows.map((row) => row.name);
    });

  it('sees only what its tenant may see, though no statement filters', async () => {
    expect(await names(agency)).toEqual(['Agence "A"\t\\N {1,2}']);
    expect(await names({ ...agency, organisationId: newId() })).toEqual([]);
    expect(await names(SYSTEM)).toHaveLength(2);
  });

  it.each([
    ['a tenant', agency, 'passerelle_runtime'],
    ['itself', SYSTEM, 'passerelle_system'],
  ])('runs for %s under a role that bypasses no policy', async (_, tenant, name) => {
    const [row] = await test.database.as(tenant, (sql) =>
      sql.query<unknown[]>(
        `SELECT rolname, rolsuper OR rolbypassrls AS bypasses FROM pg_roles
          WHERE rolname = current_user`,
      ),
    );
    expect(row).toEqual({ rolname: name, bypasses: false });
  });

  it('leaves no tenant behind in the pool', async () => {
    await names(SYSTEM);
    expect(await names({ role: 'monitor', organisationId: null, country: null })).toEqual([]);
  });

  it('belongs to its tenant again after elevated work, whether done or refused', async () => {
    await test.database.as(agency, async (sql) => {
      const count = async (): Promise<unknown> =>
        (await sql.query<unknown[]>('SELECT 1 FROM organisation')).length;
      expect(await test.database.elevated(sql, count)).toBe(2);
      expect(await count()).toBe(1);
      const refused = () => Promise.reject(new Error('refused'));
      await expect(test.database.elevated(sql, refused)).rejects.toThrow('refused');
      expect(await count()).toBe(1);
    });
  });

  it('fills a staging table that the application itself has made', async () => {
    await test.database.as(agency, async (sql) => {
      const make = () => keepStaging(sql, 'staged_here', '(id int) ON COMMIT DELETE ROWS');
      await test.database.elevated(sql, make);
      await make();
      expect(await copyRows(sql, 'staged_here', ['id'], [[1], [2]])).toBe(2);
      await make();
      expect(await sql.query('SELECT * FROM staged_here')).toEqual([]);
    });
  });

  it('stores JSON unchanged, whether it is already text or not', async () => {
    const value = { 'a\\"b': ['line\nbreak\ttab\r', '\\N', 'é\u0007'] };
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query('CREATE TEMP TABLE told (one jsonb, other json) ON COMMIT DROP');
      const written = new JsonText(JSON.stringify(value));
      await copyRows(sql, 'told', ['one', 'other'], [[value, written]]);
      expect(await sql.query('SELECT * FROM told')).toEqual([{ one: value, other: value }]);
    });
  });

  it('includes what TypeORM saves, which otherwise begins a transaction of its own', async () => {
    const failing = test.database.as(SYSTEM, async (sql) => {
      await sql.save('Organisation', { id: newId(), name: 'E', role: 'employer' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await names(SYSTEM)).toHaveLength(2);
  });

  it('treats its tenant as text, whatever it contains', async () => {
    const country = `'); DROP TABLE organisation; --`;
    await test.database.as({ ...agency, country }, async (sql) => {
      const [row] = await sql.query<unknown[]>('SELECT current_country() AS country');
      expect(row).toEqual({ country });
    });
  });

  it('refuses to run without a tenant', async () => {
    await expect(test.database.transaction(async () => undefined)).rejects.toThrow('No tenant');
  });

  it('joins the current transaction, so that both are kept or neither is', async () => {
    const id = newId();
    const failing = test.database.as(SYSTEM, async (sql) => {
      await sql.query(`INSERT INTO organisation VALUES ($1, 'C', 'employer')`, [id]);
      await test.database.transaction((joined) =>
        joined.query(`UPDATE organisation SET name = 'D' WHERE id = $1`, [id]),
      );
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await actAs(SYSTEM, () => names(SYSTEM))).toHaveLength(2);
  });
});

describe('a long job', () => {
  let server: Awaited<ReturnType<typeof createTestDatabase>>;
  let database: Database;

  beforeAll(async () => {
    server = await createTestDatabase();
    const pool = (): Promise<DataSource> =>
      runtimeConnections(server.url, persistence, { size: 1, waitSeconds: 1 }).initialize();
    database = new Database(await pool(), await pool());
  });

  afterAll(async () => {
    await database.close();
    await server.drop();
  });

  const asRequest = AsyncResource.bind(<T>(work: () => Promise<T>) => work());

  const session = async (sql: EntityManager): Promise<number> => {
    const [row] = await sql.query<{ id: number }[]>('SELECT pg_backend_pid() AS id');
    return row?.id ?? 0;
  };

  it('never waits for the connections of requests, nor they for its own', async () => {
    let job = 0;
    const request = await database.as(SYSTEM, async (sql) => {
      job = await database.inBackground(() => database.as(SYSTEM, session));
      return session(sql);
    });
    expect(job).not.toBe(request);
    await database.inBackground(() =>
      database.as(SYSTEM, async () => {
        const again = await asRequest(() => database.as(SYSTEM, session));
        expect(again).toBe(request);
      }),
    );
  });
});
