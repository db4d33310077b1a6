import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { FakeSource } from '../../support/exchange/fake-source.ts';
import { SourceKeeper } from '../../support/exchange/source-keeper.ts';
import { callAs, startApp } from '../../support/application/start-app.ts';
import { createTestDatabase } from '../../support/application/test-database.ts';

const MINUTE = 60_000;
/** A poll closes a hundred of these at once, and asks its source for the details of none. */
const VACANCIES = 250;

describe('a poll of the exchange that only closes vacancies, when its process ends', () => {
  let owner: pg.Client;
  let url: string;
  let drop: () => Promise<void>;
  const fake = new FakeSource();

  beforeAll(async () => {
    ({ url, drop } = await createTestDatabase());
    owner = new pg.Client({ connectionString: url });
    await owner.connect();
    // Row security applies to the owner of the tables too.
    await owner.query(`SELECT set_config('passerelle.role', 'system', false)`);
  }, 60_000);
  afterAll(async () => {
    fake.stop();
    await owner.end();
    await drop();
  });

  const count = async (rows: string): Promise<number> => {
    const { rows: found } = await owner.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM ${rows}`,
    );
    return found[0]?.count ?? -1;
  };
  const untilSomebodyWaits = async (): Promise<void> => {
    const waiting = `pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await count(waiting)) === 0) await sleep(10);
  };

  it('ends after the current batch, and continues later to the same result', async () => {
    const first = await startApp({ databaseUrl: url });
    const ministry = await first.caller('ministry', 'ES');
    const keeper = new SourceKeeper(first, ministry);
    const source = await keeper.add('Service', await fake.start());
    const now = first.clock.now().getTime() - 10 * MINUTE;
    const all = Array.from({ length: VACANCIES }, (_, at) => `V-${String(at).padStart(3, '0')}`);
    for (const reference of all) fake.open(reference, now);
    expect((await keeper.poll(source)).arrivals).toMatchObject({ stored: VACANCIES });

    for (const reference of all) fake.close(reference, now + MINUTE);
    await owner.query('BEGIN');
    await owner.query('SELECT FROM vacancy WHERE source_id = $1 FOR UPDATE', [all[0]]);
    await ministry.post(`/v1/exchange-sources/${source}/poll`).expect(202);
    await untilSomebodyWaits();
    const stopped = first.stop();
    await sleep(300); // by then the poll was told to stop, and its job is not yet let go
    await owner.query('COMMIT');
    await stopped;
    expect(await count(`exchange_arrival WHERE outcome = 'closed'`)).toBe(100);
    expect(await count(`exchange_arrival WHERE outcome = 'waiting'`)).toBe(VACANCIES - 100);
    expect(await count(`vacancy WHERE status = 'withdrawn'`)).toBe(100);

    const second = await startApp({ databaseUrl: url });
    const again = new SourceKeeper(second, await callAs(ministry, second.app));
    // The stop does not count as a failure.
    expect(await again.health(source)).toMatchObject({ health: 'well', failures: 0, lastError: null });
    expect(await again.poll(source)).toMatchObject({ health: 'well', arrivals: { closed: VACANCIES } });
    await second.stop();
    expect(await count(`vacancy WHERE status = 'withdrawn' AND version = 2`)).toBe(VACANCIES);
    expect(await count(`outbox WHERE job = 'vacancy.withdrawn'`)).toBe(VACANCIES);
  }, 120_000); // prettier-ignore
});
