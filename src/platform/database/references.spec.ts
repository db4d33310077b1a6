import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { newId } from './new-id.ts';
import { SYSTEM, type Tenant } from './tenant.ts';

/** Tests the procedure of migration 1797500001000 on tables of its own. */
describe('a reference that is checked once per statement', () => {
  let test: TestDatabase;
  let owner: pg.Client;
  const [first, second, third] = [newId(), newId(), newId()];
  const tenant: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };
  const refer = `INSERT INTO page SELECT * FROM unnest($1::uuid[])`;

  beforeAll(async () => {
    test = await startTestDatabase();
    owner = new pg.Client({ connectionString: test.url });
    await owner.connect();
    await owner.query(`CREATE TABLE book (id uuid PRIMARY KEY);
      CREATE TABLE page (book_id uuid);
      CALL protect_table('book', 'true', 'true');
      CALL protect_table('page', 'false', 'false');
      CALL refer_by_statement('page', 'book_id', 'book');`);
  });

  afterAll(async () => {
    await owner.end();
    await test.stop();
  });

  const asked = (sql: string, values: unknown[] = [], by: Tenant = SYSTEM) =>
    test.database.as(by, (manager) => manager.query<unknown[]>(sql, values));
  const untilSomebodyWaits = async (): Promise<void> => {
    const waiting = `SELECT FROM pg_stat_activity
                      WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await owner.query(waiting)).rowCount === 0) await sleep(5);
  };
  const pages = (): Promise<unknown[]> => asked('SELECT book_id FROM page');

  it('refuses an id that does not exist, names it, and leaves nothing of the statement', async () => {
    await asked('INSERT INTO book VALUES ($1), ($2)', [first, second]);
    await asked(refer, [[first, first, second, null]]);
    await expect(asked(refer, [[first, third]])).rejects.toMatchObject({
      driverError: { code: '23503', table: 'page', column: 'book_id' },
      message: expect.stringContaining(third) as unknown,
    });
    expect(await pages()).toHaveLength(4);
  });

  it('is never changed to another id', async () => {
    await asked('UPDATE page SET book_id = book_id');
    await expect(asked('UPDATE page SET book_id = $1', [second])).rejects.toThrow(
      'book_id of page',
    );
  });

  it('is deleted with what it refers to, whoever deletes that, even without seeing the reference', async () => {
    await asked('DELETE FROM book WHERE id = $1', [first], tenant);
    expect(await pages()).toEqual([{ book_id: second }, { book_id: null }]);
  });

  it('is deleted after it was inserted if both happen at once', async () => {
    let deletion: Promise<unknown> = Promise.resolve();
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query(refer, [[second]]);
      deletion = asked('DELETE FROM book WHERE id = $1', [second], tenant);
      await untilSomebodyWaits();
    });
    await deletion;
    expect(await pages()).toEqual([{ book_id: null }]);
  });

  it('is refused after what it refers to was deleted if both happen at once', async () => {
    await asked('INSERT INTO book VALUES ($1)', [third]);
    let reference: Promise<unknown> = Promise.resolve();
    await test.database.as(tenant, async (sql) => {
      await sql.query('DELETE FROM book WHERE id = $1', [third]);
      reference = expect(asked(refer, [[third]])).rejects.toThrow(third);
      await untilSomebodyWaits();
    });
    await reference;
    expect(await pages()).toEqual([{ book_id: null }]);
  });
});
