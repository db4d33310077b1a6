import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';
import { aFewAtOnce } from '../../support/callers/a-few-at-once.ts';
import { aLongSheet } from '../../support/files/a-long-sheet.ts';
import { isRedisInstalled, RedisServer } from '../../support/processes/redis-server.ts';
import { figure } from '../../support/suite/figure.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';

const KILLS = figure({ suite: 1, soak: 20 });
const PEOPLE = figure({ suite: 40, soak: 400 });
const VACANCIES = 5;
const ROWS = figure({ suite: 10_000, soak: 200_000 });
/** Jobs that a killed Redis held are handed over again after half a minute. */
const PATIENCE_SECONDS = 120;

const describeHere = isRedisInstalled ? describe : describe.skip;

describeHere('Redis killed with -9 and started empty in the midst of work (G9, G12)', () => {
  let redis: RedisServer;
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    redis = await RedisServer.start();
    test = await startApp({ redisUrl: redis.url });
    road = await openRoad(test);
  }, 60_000);

  afterAll(async () => {
    await test.stop();
    await redis.stop();
  });

  const count = async (rows: string): Promise<number> => {
    const [found] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${rows}`),
    );
    return found?.count ?? -1;
  };

  const imports = '/v1/candidates/imports';
  const upload = async (people: number): Promise<string> => {
    const sent = road.agency.post(imports, aLongSheet(people)).type('text/csv');
    return String((await sent.expect(202)).body.id);
  };
  const view = async (id: string): Promise<unknown> =>
    (await road.agency.get(`${imports}/${id}`).expect(200)).body;

  it('keeps reading, searching, quotas and uploads at work while it is down', async () => {
    const vacancyId = await road.publish();
    const candidateId = await road.enter();
    await road.matches(vacancyId);
    await redis.kill();
    await road.employer.get(`/v1/vacancies/${vacancyId}/matches`).expect(200);
    const { body } = await road.agency.get('/v1/candidates?limit=1').expect(200);
    expect(body.items).toEqual([expect.objectContaining({ id: candidateId })]);
    await road.ministry.post('/v1/quotas', aQuota()).expect(201);
    const importId = await upload(1);
    await road.ministry.get('/readyz').expect(200);
    await redis.start();
    await test.settle(PATIENCE_SECONDS);
    expect(await view(importId)).toMatchObject({ status: 'finished', created: 1 });
  }, 180_000);

  it(
    'loses no work and does none twice',
    async () => {
      const before = await count(`outbox WHERE job = 'candidate.indexed'`);
      const importId = await upload(ROWS);
      const numbers = [...Array(PEOPLE).keys()];
      const entered = aFewAtOnce(numbers, 4, () => road.enter());
      await aFewAtOnce([...Array(VACANCIES).keys()], 2, () => road.publish());
      for (let killed = 0; killed < KILLS; killed += 1) {
        await sleep(200 + Math.random() * 500);
        await redis.kill();
        await redis.start();
      }
      await entered;
      await test.settle(PATIENCE_SECONDS);
      // The row of the earlier import is sent again unchanged.
      expect(await view(importId)).toMatchObject({
        status: 'finished',
        created: ROWS - 1,
        unchanged: 1,
      });
      // Each effect leaves one job as its trace.
      expect((await count(`outbox WHERE job = 'candidate.indexed'`)) - before).toBe(PEOPLE);
      expect(await count('vacancy_matching WHERE outdated_since IS NULL')).toBe(VACANCIES + 1);
    },
    180_000 + KILLS * 40_000,
  );
});
