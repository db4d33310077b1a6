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

  it('cannot read the ledger, in which nobody reads why a person refused', async () => {
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
      taken: 10,
      outside: 10,
      remaining: 20,
    });
    const { body: list } = await monitor.get('/v1/quotas').expect(200);
    expect(list.items.at(-1)).toMatchObject({ id: offer.id, taken: 10, remaining: 20 });
    expect((await road.ministry.get(path).expect(200)).body).toMatchObject({ taken: 15 });
  });

  it('is told of the job offers that a draw made in full tens, by country and by national offer', async () => {
    const seats = aQuota({ scopeCode: '8113', seats: 12, endsOn: '2029-12-31' });
    const { body: offer } = await road.ministry.post('/v1/quotas', seats).expect(201);
    const dates = { startsOn: '2028-03-01', endsOn: '2028-08-31' };
    const work = { isco: ['8113'], languages: [], positions: 40 };
    const vacancyId = await road.publish({ ...work, ...dates });
    const round = { quotaId: offer.id, mode: 'lottery', opensOn: '2026-11-24' };
    const { body: announced } = await road.ministry
      .post('/v1/allocation-rounds', { ...round, closesOn: '2026-11-30', citation: 'Order' })
      .expect(201);
    const posts = { vacancyId, agencyId: road.agency.organisationId, posts: 20 };
    await road.employer.post('/v1/collective-offers', posts).expect(201);
    test.clock.moveTo(new Date('2026-12-01T12:00:00Z'));
    await road.ministry.post(`/v1/allocation-rounds/${announced.id}/draw`, {}).expect(202);
    await test.settle();
    const offered = async (by: string): Promise<unknown> => {
      const path = `/v1/monitoring/funnel?state=ES&year=2028&by=${by}`;
      return (await monitor.get(path).expect(200)).body.items[0]?.steps[0];
    };
    expect(await offered('country')).toMatchObject({ step: 'offer', reached: 10 });
    expect(await offered('quota')).toMatchObject({ step: 'offer', reached: 10 });
  });

  it('is told of departures in full tens, in lines of the register and under caps', async () => {
    const cap = { isco: '8114', year: 2027, people: 500, effects: ['no-active-matching'] };
    await road.authority.post('/v1/outflow-caps', { ...cap, citation: 'Act' }).expect(201);
    const seen = async (by: Caller): Promise<unknown[]> => {
      const { body: lines } = await by.get('/v1/outflow-entries').expect(200);
      const { body: caps } = await by.get('/v1/outflow-caps').expect(200);
      const people = (lines.items as { people: number }[]).map((line) => line.people);
      return [...people, ...(caps.items as { used: number }[]).map(({ used }) => used)];
    };
    const leave = { state: 'ES', isco: '8114', leftOn: '2027-03-01', reason: 'Counted' };
    for (const people of [17, 8, -1])
      await road.authority.post('/v1/outflow-entries', { ...leave, people }).expect(201);
    expect(await seen(road.authority)).toEqual([17, 8, -1, 24]);
    for (const by of [monitor, road.admin]) expect(await seen(by)).toEqual([10, 0, 0, 20]);
  });
});
