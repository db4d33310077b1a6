import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

/** Several for each connection of the pool. */
const MANY = 40;

describe('a request to the exchange without a key', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  }, 60_000);

  afterAll(() => test.stop());

  it('waits for an update of what the exchange offers with one connection for all such requests', async () => {
    const ministry = await test.caller('ministry', 'ES');
    const url = `${await test.app.getUrl()}/input/api/jv/v0.1/getChanges/0`;
    const ask = (): Promise<number> => fetch(url).then(({ status }) => status);
    let asked: Promise<number>[] = [];
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('exchange offers', 0))`);
      asked = Array.from({ length: MANY }, ask);
      await someoneWaits(test.database);
      await ministry.get('/v1/vacancies').expect(200);
    });
    expect(await Promise.all(asked)).toEqual(Array.from({ length: MANY }, () => 200));
  });
});
