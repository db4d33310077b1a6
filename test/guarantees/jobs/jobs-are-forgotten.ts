import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { JobsByHand } from '../../support/application/jobs-by-hand.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a job that is done', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
  });

  afterAll(() => test.stop());

  const asked = <T>(statement: string, values: unknown[] = []): Promise<T[]> =>
    test.database.as(SYSTEM, (sql) => sql.query<T[]>(statement, values));

  /** Stores a job that has recorded a step, with `at` in the given column. */
  async function put(column: 'done_at' | 'failed_at' | 'created_at', at: string): Promise<string> {
    const id = newId();
    await asked(
      `INSERT INTO outbox (id, job, payload, ${column}) VALUES ($1, 'quota.changed', '{}', $2)`,
      [id, at],
    );
    await asked(`INSERT INTO outbox_step (outbox_id, step) VALUES ($1, 'one')`, [id]);
    return id;
  }

  const night = async (on: string): Promise<void> => {
    await asked(`INSERT INTO outbox (id, job, payload) VALUES ($1, 'outbox.nightly', $2)`, [
      newId(),
      { on },
    ]);
    await new JobsByHand(test).run('outbox.nightly');
  };

  const left = async (table: string): Promise<string[]> =>
    (await asked<{ id: string }>(`SELECT * FROM (${table}) AS t (id)`)).map(({ id }) => id);

  it('is forgotten after a week with its steps, unlike jobs that failed or are still open', async () => {
    await put('done_at', '2026-11-16T23:59:59Z');
    const kept = [
      await put('done_at', '2026-11-17T00:00:00Z'),
      await put('failed_at', '2026-10-01T12:00:00Z'),
      await put('created_at', '2026-10-01T12:00:00Z'),
    ];
    await night('2026-11-24');
    const known = `job = 'quota.changed'`;
    expect((await left(`SELECT id FROM outbox WHERE ${known}`)).toSorted()).toEqual(
      kept.toSorted(),
    );
    expect((await left('SELECT outbox_id FROM outbox_step')).toSorted()).toEqual(kept.toSorted());
  });

  it('is forgotten however many there are, a part at a time', async () => {
    await asked(
      `INSERT INTO outbox (id, job, payload, done_at)
       SELECT gen_random_uuid(), 'quota.changed', '{}', '2026-11-20' FROM generate_series(1, 12000)`,
    );
    await night('2026-12-24');
    const done = `SELECT id FROM outbox WHERE done_at < '2026-11-24' AND job = 'quota.changed'`;
    expect(await left(done)).toEqual([]);
  });
});
