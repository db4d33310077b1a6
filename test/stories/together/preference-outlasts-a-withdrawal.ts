import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('Community preference', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let inRomania: Caller;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    inRomania = await test.caller('agency', 'RO');
  });

  afterEach(() => {
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });
  afterAll(() => test.stop());

  const romanian = (known: object = {}): Promise<string> =>
    road.enter({ nationalities: ['RO'], residenceCountry: 'RO', ...known }, inRomania);
  const matchOf = async (vacancyId: string, person: string) => {
    const all = await road.matches(vacancyId, road.ministry);
    const found = all.find(({ candidateId }) => candidateId === person);
    if (!found) throw new Error('There is no such match.');
    return found as typeof found & { outcome: string | null };
  };
  const offered = async (matchId: string, known: object = {}): Promise<string> =>
    String((await placing.offer(matchId, known).expect(201)).body.id);

  it('applies again when the placement of a person hired with it comes to nothing', async () => {
    const outsider = await road.enter();
    const person = await romanian();
    const { employer, ministry } = road;
    const ends: [Caller, string, Record<string, string>][] = [
      [employer, 'withdraw', { reason: 'Changed our minds' }],
      [ministry, 'deny', { reason: 'Papers' }],
    ];
    const vacancy = await road.publish({ endsOn: '2027-08-31' });
    for (const end of ends) {
      expect((await matchOf(vacancy, outsider)).status).toBe('held-back');
      const id = await offered((await matchOf(vacancy, person)).id);
      await placing.go(id, [inRomania, 'accept']);
      expect((await matchOf(vacancy, outsider)).status).toBe('proposed');
      await placing.go(id, end);
      expect((await matchOf(vacancy, person)).outcome).toBe('invited');
    }
    expect((await matchOf(vacancy, outsider)).status).toBe('held-back');
    // Nor are posts kept for people from outside whom nobody has named yet.
    const posts = { vacancyId: vacancy, agencyId: road.agency.organisationId, posts: 10 };
    const { body } = await employer.post('/v1/collective-offers', posts).expect(409);
    expect(body.code).toBe('gate-closed');
    expect(body.detail).toMatch(/^A suitable candidate with Community preference/);
    const left = await matchOf(vacancy, person);
    const dealt = { outcome: 'not-hired', reason: 'Took other work' };
    await employer.put(`/v1/matches/${left.id}/outcome`, dealt, left.version).expect(200);
    await employer.post('/v1/collective-offers', posts).expect(201);
  });

  it('ends when the person arrives, whatever becomes of the placement after that', async () => {
    const person = await road.enter({
      occupations: [{ isco: '2221', title: 'Enfermera', years: 9 }],
    });
    const vacancy = await road.publish({ endsOn: '2027-08-31', isco: ['2221'], nace: 'R87.10' });
    const { id: matchId } = await matchOf(vacancy, person);
    // The Romanian nurse of the previous test comes first, so she gets an outcome before the offer.
    for (const one of await road.matches(vacancy)) {
      if (one.id === matchId) continue;
      const dealt = { outcome: 'not-hired', reason: 'Took other work' };
      await road.employer.put(`/v1/matches/${one.id}/outcome`, dealt, one.version).expect(200);
    }
    await test.settle();
    const { ministry } = road;
    const id = await offered(matchId, { startsOn: '2026-12-01', endsOn: '2027-02-28' });
    await placing.go(
      id,
      [road.agency, 'accept'],
      [ministry, 'authorise', { evidence: 'Permit' }],
      [ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    test.clock.moveTo(new Date('2026-12-02T12:00:00Z'));
    await placing.go(
      id,
      [ministry, 'enter', { evidence: 'Stamp' }],
      [ministry, 'abandon', { reason: 'Left', evidence: 'Inspection' }],
    );
    expect((await matchOf(vacancy, person)).outcome).toBe('hired');
  });

  it('requires an invitation before a post is offered, or an offer accepted, without it', async () => {
    const cook = { occupations: [{ isco: '5120', title: 'Cocinero', years: 5 }] };
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '5120', seats: 20 })).expect(201);
    const rule = { code: 'duty-to-invite.es', kind: 'duty-to-invite', parameters: { score: 200 } };
    const stated = { citation: 'Order for tests', certainty: 'verified', reason: 'For tests' };
    const dated = { ...rule, ...stated, validFrom: '2026-01-01' };
    await road.ministry.post('/v1/rules', dated).expect(201);
    const [first, second] = [await road.enter(cook), await road.enter(cook)];
    const kitchen = { isco: ['5120'], title: 'Cocinero', nace: 'I56.10', positions: 20 };
    const vacancy = await road.publish({ ...kitchen, endsOn: '2027-12-31' });
    const before = await offered((await matchOf(vacancy, first)).id);
    const waiter = { occupations: [{ isco: '5131', title: 'Camarero', years: 1 }] };
    const invited = await matchOf(vacancy, await romanian(waiter));
    const { id: matchId, status } = await matchOf(vacancy, second);
    expect(status).toBe('proposed');
    const agencyId = road.agency.organisationId;
    const posts = { vacancyId: vacancy, agencyId, posts: 10 };
    const refused = [
      await placing.offer(matchId),
      await road.employer.post('/v1/collective-offers', posts),
      await placing.step(road.agency, before, 'accept'),
    ];
    expect(refused.map(({ body }) => body.code as string)).toEqual(
      Array(3).fill('invitations-owed'),
    );
    const path = `/v1/matches/${invited.id}/outcome`;
    await road.employer.put(path, { outcome: 'invited' }, invited.version).expect(200);
    await placing.go(before, [road.agency, 'accept']);
    await placing.offer(matchId).expect(201);
    await road.employer.post('/v1/collective-offers', posts).expect(201);
  });
});
