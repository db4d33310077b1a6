import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPartnership, aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a pool of national offers', () => {
  let test: TestApp;
  let road: Road;
  let french: Caller;
  let partnershipId: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    french = await test.caller('ministry', 'FR');
    const { body } = await road.admin.post('/v1/partnerships', aPartnership()).expect(201);
    partnershipId = String(body.id);
  });

  afterAll(() => test.stop());

  const pool = async (by: Caller): Promise<unknown> =>
    (await by.get(`/v1/partnerships/${partnershipId}/pool`).expect(200)).body;

  it('shows what each state has left and what all have, without counting a seat twice', async () => {
    const health = { partnershipId, scopeCode: '22', seats: 6 };
    await road.ministry.post('/v1/quotas', aQuota(health)).expect(201);
    // Inside the first: its seats are among the six.
    await road.ministry.post('/v1/quotas', aQuota({ partnershipId, seats: 2 })).expect(201);
    await french.post('/v1/quotas', aQuota({ partnershipId, seats: 4 })).expect(201);
    const last = { startsOn: '2025-01-01', endsOn: '2025-12-31', seats: 100 };
    await french.post('/v1/quotas', aQuota({ partnershipId, ...last })).expect(201);
    const expected = {
      partnershipId,
      partnerCountry: 'MA',
      on: '2026-11-24',
      seats: 10,
      taken: 0,
      used: 0,
      remaining: 10,
      states: [
        { state: 'ES', offers: 2, seats: 6, taken: 0, used: 0, remaining: 6 },
        { state: 'FR', offers: 1, seats: 4, taken: 0, used: 0, remaining: 4 },
      ],
    };
    for (const by of [road.ministry, french, road.authority, await test.caller('monitor')]) {
      expect(await pool(by)).toEqual(expected);
    }
  });

  it('loses a seat of every national offer that covers a placement, or of none', async () => {
    const placing = new Placing(road);
    const vacancy = await road.publish({ positions: 5 });
    for (const _ of ['first', 'second']) {
      await placing.offer(await placing.matchOf(vacancy, await road.enter())).expect(201);
    }
    // The inner offer of two seats is full, so the outer one gives none of its remaining four.
    const person = await road.enter();
    expect(await road.told(person, vacancy)).toMatchObject({ status: 'held-back' });
    expect(await pool(french)).toMatchObject({
      seats: 10,
      taken: 2,
      remaining: 8,
      states: [
        { state: 'ES', taken: 2, remaining: 4 },
        { state: 'FR', taken: 0, remaining: 4 },
      ],
    });
  });

  it('is seen only by those who take part', async () => {
    const path = `/v1/partnerships/${partnershipId}/pool`;
    await (await test.caller('ministry', 'DE')).get(path).expect(404);
    await (await test.caller('partner-authority', 'TN')).get(path).expect(404);
    await road.employer.get(path).expect(403);
    await road.agency.get(path).expect(403);
  });
});
