import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a monitor', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let monitor: Caller;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    monitor = await test.caller('monitor');
  });

  afterAll(() => test.stop());

  it('reads no line of the ledger, and nobody else there why a person refused', async () => {
    const { body } = await placing.offer(
      await placing.matchOf(await road.publish(), await road.enter()),
    );
    await placing.go(body.id, [road.agency, 'refuse', { reason: 'She is expecting a child' }]);
    const entries = `/v1/quotas/${road.quotaId}/entries`;
    await monitor.get(entries).expect(403);
    for (const by of [road.ministry, road.authority, road.admin]) {
      const { body: ledger } = await by.get(entries).expect(200);
      expect(ledger.items.at(-1)).toMatchObject({ act: 'release', reason: 'refuse' });
    }
  });

  it('is told of seats in full tens, whichever way it asks', async () => {
    const { body: offer } = await road.ministry
      .post('/v1/quotas', aQuota({ scopeCode: '8111', seats: 30 }))
      .expect(201);
    const path = `/v1/quotas/${offer.id}`;
    const take = (seats: number) =>
      road.ministry.post(`${path}/entries`, { act: 'take', seats, reason: 'On paper' }).expect(201);
    await take(9);
    const none = { taken: 0, outside: 0, remaining: 30 };
    const now = test.clock.now().toISOString();
    for (const question of [path, `${path}?asOf=${now}`, `${path}/stand`]) {
      expect((await monitor.get(question).expect(200)).body).toMatchObject(none);
    }
    await take(6);
    expect((await monitor.get(path).expect(200)).body).toMatchObject({
      ...{ taken: 10, outside: 10, remaining: 20 },
    });
    const { body: list } = await monitor.get('/v1/quotas').expect(200);
    expect(list.items.at(-1)).toMatchObject({ id: offer.id, taken: 10, remaining: 20 });
    expect((await road.ministry.get(path).expect(200)).body).toMatchObject({ taken: 15 });
  });
});
