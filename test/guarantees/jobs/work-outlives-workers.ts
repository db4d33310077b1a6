import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseServer } from '../../../src/platform/database/database-server.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aFewAtOnce } from '../../support/callers/a-few-at-once.ts';
import { killNow, startWorker } from '../../support/processes/child-process.ts';
import { figure } from '../../support/suite/figure.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const KILLS = figure({ suite: 1, soak: 20 });
const PEOPLE = figure({ suite: 60, soak: 600 });
const VACANCIES = figure({ suite: 10, soak: 100 });
/** A job that a killed worker had stays with the queue for half a minute before it is delivered again. */
const PATIENCE_SECONDS = 300;

describe('the work on people and vacancies while workers are killed with -9 (G6)', () => {
  let test: TestApp;
  let road: Road;
  let last: ChildProcess | null = null;
  const queuePrefix = `test-${randomUUID()}`;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
    const numbers = (count: number): number[] => [...Array(count).keys()];
    await aFewAtOnce(numbers(PEOPLE), 8, () => road.enter());
    await aFewAtOnce(numbers(VACANCIES), 8, () => road.publish());
  }, 600_000);

  afterAll(async () => {
    const gone = last && new Promise((resolve) => last?.once('close', resolve));
    last?.kill('SIGTERM');
    await gone;
    await test.stop();
  });

  const start = (): Promise<ChildProcess> =>
    startWorker({ databaseUrl: test.app.get(DatabaseServer).url, queuePrefix });
  const count = async (rows: string): Promise<number> => {
    const [found] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${rows}`),
    );
    return found?.count ?? -1;
  };

  it(
    `is done for all, and twice for none, after ${KILLS} kills`,
    async () => {
      for (let kill = 0; kill < KILLS; kill += 1) {
        const worker = await start();
        await sleep(50 + Math.random() * 500);
        await killNow(worker);
      }
      last = await start();
      await test.settle(PATIENCE_SECONDS);
      // Each effect leaves one job as its trace.
      for (const job of ['changed', 'indexed', 'uncompared']) {
        expect(await count(`outbox WHERE job = 'candidate.${job}'`)).toBe(PEOPLE);
      }
      expect(await count('candidate_index')).toBe(PEOPLE);
      expect(await count('vacancy_matching WHERE outdated_since IS NULL')).toBe(VACANCIES);
      const kept = '(SELECT count(*) FROM match m WHERE m.vacancy_id = v.vacancy_id)';
      expect(await count(`vacancy_matching v WHERE kept = ${kept} AND kept > 0`)).toBe(VACANCIES);
    },
    figure({ suite: 360_000, soak: 3_600_000 }),
  );
});
