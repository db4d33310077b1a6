import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an offer of work to people who come under national offers', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
  });

  afterAll(() => test.stop());

  const quota = async (known: object): Promise<string> => {
    const { body } = await road.ministry.post('/v1/quotas', aQuota(known)).expect(201);
    return String(body.id);
  };
  const generic = (vacancyId: string, posts: number, known: object = {}) => {
    const agencyId = road.agency.organisationId;
    return road.employer.post('/v1/collective-offers', { vacancyId, agencyId, posts, ...known });
  };

  describe('that none covers', () => {
    it('is refused by name, whatever first day it is given', async () => {
      const vacancy = await road.publish({ endsOn: '2028-12-31' });
      const match = await placing.matchOf(vacancy, await road.enter());
      const late = { startsOn: '2028-01-03', endsOn: '2028-06-30', waitIfFull: true };
      const { status, body } = await placing.offer(match, late);
      expect([status, body.code]).toEqual([409, 'no-quota-offered']);
      expect(await placing.seats()).toMatchObject({ reserved: 0 });
      await placing.offer(match).expect(201);
    });

    it('is refused where it is generic, and the person named has to come under the offer', async () => {
      const farm = { isco: ['9211'], nace: 'A01.25', languages: [], endsOn: '2027-08-31' };
      const hand = { occupations: [{ isco: '9211', title: 'Recolector', years: 2 }] };
      const vacancy = await road.publish({ ...farm, positions: 30 });
      const person = await road.enter(hand);
      const refused = await generic(vacancy, 10).expect(409);
      expect(refused.body.code).toBe('no-quota-offered');
      const quotaId = await quota({ scopeCode: '9211', seats: 10 });
      const { body } = await generic(vacancy, 10).expect(201);
      const { items } = (await road.agency.get('/v1/placements?status=offered')).body;
      const own = items.filter((one: { vacancyId: string }) => one.vacancyId === vacancy);
      const seen = (await road.ministry.get(`/v1/quotas/${quotaId}`)).body;
      const moved = aQuota({
        scopeCode: '9211',
        seats: 10,
        startsOn: '2028-01-01',
        endsOn: '2028-12-31',
      });
      await road.ministry.put(`/v1/quotas/${quotaId}`, moved, seen.version).expect(200);
      const told = await road.told(person, vacancy);
      expect(told?.verdicts.map(({ code }) => code)).toContain('no-quota-offered');
      const accepted = [{ placementId: own[0].id, matchId: told?.id }];
      const answer = { accepted };
      const named = await road.agency.post(`/v1/collective-offers/${body.id}/answers`, answer);
      expect([named.status, named.body.code]).toEqual([409, 'not-proposed']);
    });
  });
});
