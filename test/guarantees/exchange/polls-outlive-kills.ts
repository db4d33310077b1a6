import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseServer } from '../../../src/platform/database/database-server.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { killNow, startWorker } from '../../support/processes/child-process.ts';
import { figure } from '../../support/suite/figure.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const KILLS = figure({ suite: 1, soak: 20 });
const VACANCIES = figure({ suite: 240, soak: 5_000 });
/** Every vacancy that matching was told of. */
const told = `(SELECT jsonb_array_elements_text(payload->'vacancyIds') FROM outbox
                WHERE job = 'vacancies.arrived') AS told`;
const LEAST_BETWEEN_KILLS = figure({ suite: 40, soak: 200 });

describe('a poll of the exchange that is killed with -9 halfway', () => {
  let giving: TestApp;
  let taking: TestApp;
  let taker: Caller;
  let source: string;
  let last: ChildProcess | null = null;
  const queuePrefix = `test-${randomUUID()}`;

  beforeAll(async () => {
    [giving, taking] = await Promise.all([startApp({ role: 'api' }), startApp({ role: 'api' })]);
    const giver = await giving.caller('ministry', 'ES');
    taker = await taking.caller('ministry', 'ES');
    const lines = Array.from({ length: VACANCIES }, (_, at) =>
      JSON.stringify(aVacancy({ sourceAgency: 'BULK', sourceId: `B-${at}` })),
    );
    await giver
      .post('/v1/vacancies/bulk', lines.join('\n'))
      .set('Content-Type', 'application/x-ndjson')
      .expect(200);
    const address = `${await giving.app.getUrl()}/input/api/jv/v0.1`;
    const { body } = await taker
      .post('/v1/exchange-sources', { name: 'The other service', address })
      .expect(201);
    source = body.id as string;
  }, 600_000);

  afterAll(async () => {
    if (last) await killNow(last);
    await Promise.all([giving.stop(), taking.stop()]);
  });

  const start = (): Promise<ChildProcess> =>
    startWorker({
      databaseUrl: taking.app.get(DatabaseServer).url,
      queuePrefix,
      outbound: 'any',
    });
  const count = async (rows: string): Promise<number> => {
    const [found] = await taking.database.as(SYSTEM, (sql) =>
      sql.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${rows}`),
    );
    return found?.count ?? -1;
  };
  /**
   * Ends the killed worker's lease, which makes the source due, as happens by itself after some
   * minutes.
   */
  const minutesLater = (): Promise<unknown> =>
    taking.database.as(SYSTEM, (sql) =>
      sql.query('UPDATE exchange_source SET leased_until = NULL WHERE id = $1', [source]),
    );
  const stored = (): Promise<number> => count(`exchange_arrival WHERE outcome = 'stored'`);
  const until = async (least: number): Promise<void> => {
    while ((await stored()) < least) await sleep(5);
  };

  it(
    `continues, and stores every vacancy once, after ${KILLS} kills`,
    async () => {
      const seen: number[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        await taker.post(`/v1/exchange-sources/${source}/poll`).expect(202);
        const worker = await start();
        await until((seen.at(-1) ?? 0) + LEAST_BETWEEN_KILLS);
        await sleep(Math.random() * 100);
        await killNow(worker);
        seen.push(await stored());
        await minutesLater();
      }
      // Every worker was killed halfway, and what it had stored stayed.
      expect(seen.at(-1)).toBeLessThan(VACANCIES);
      await taker.post(`/v1/exchange-sources/${source}/poll`).expect(202);
      last = await start();
      await until(VACANCIES);
      expect(await count('vacancy')).toBe(VACANCIES);
      expect(await count('vacancy WHERE version = 1')).toBe(VACANCIES);
      expect(await count(told)).toBe(VACANCIES);
      expect(await count(`(SELECT DISTINCT * FROM ${told}) AS once`)).toBe(VACANCIES);
    },
    figure({ suite: 180_000, soak: 3_600_000 }),
  );
});
