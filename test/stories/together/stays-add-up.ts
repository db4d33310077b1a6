import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('the stays of one candidate', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    const farms = aQuota({ scopeCode: '9211', seats: 100, endsOn: '2030-12-31' });
    await road.ministry.post('/v1/quotas', farms).expect(201);
  });

  afterAll(() => test.stop());

  const goTo = (on: string) => {
    test.clock.moveTo(new Date(`${on}T12:00:00Z`));
  };

  afterEach(() => {
    goTo('2026-11-24');
  });

  const work = { isco: ['9211'], nace: 'A01.25', languages: [], positions: 20 };
  const farm = (): Promise<string> =>
    road.publish({ ...work, permitCategory: 'seasonal', endsOn: '2029-12-31' });
  const hand = { occupations: [{ isco: '9211', title: 'Recolector', years: 3 }] };
  const earlier = { startsOn: '2027-03-01', endsOn: '2027-11-30' };
  const later = { startsOn: '2028-01-01', endsOn: '2028-08-31' };
  const accept = (id: string, by: Caller = road.agency) => placing.step(by, id, 'accept');

  it('are counted whichever is accepted first', async () => {
    const person = await road.enter(hand);
    const [one, two] = [await farm(), await farm()];
    const first = await placing.offer(await placing.matchOf(one, person), later).expect(201);
    const second = await placing.offer(await placing.matchOf(two, person), earlier).expect(201);
    await placing.go(first.body.id, [road.agency, 'accept']);
    const refused = await accept(second.body.id);
    expect(refused.status).toBe(409);
    // Twelve months up to 31 August 2028 hold 244 days of the stay already agreed.
    expect(refused.body).toMatchObject({
      code: 'maximum-stay-exceeded',
      lastLawfulOn: '2027-10-02',
    });
    const third = await placing.offer(await placing.matchOf(await farm(), person), {
      startsOn: '2027-03-01',
      endsOn: '2027-10-02',
    });
    expect(third.status).toBe(201);
    expect((await accept(third.body.id)).status).toBe(200);
  });

  it('count up to the day a stay was abandoned', async () => {
    const person = await road.enter(hand);
    const terms = { startsOn: '2026-12-01', endsOn: '2027-08-31', answerByOn: '2026-11-30' };
    const offered = await placing.offer(await placing.matchOf(await farm(), person), terms);
    const id = String(offered.body.id);
    await placing.go(id, [road.agency, 'accept']);
    for (const kind of ['accommodation', 'travel', 'insurance', 'return-undertaking'])
      await placing.record(road.agency, id, kind).expect(201);
    await placing.go(
      id,
      [road.ministry, 'authorise', { evidence: 'Permit' }],
      [road.agency, 'prepare'],
      [road.ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    goTo('2026-12-01');
    await placing.go(id, [road.ministry, 'enter', { evidence: 'Stamp' }]);
    goTo('2027-08-20');
    await placing.go(id, [road.ministry, 'abandon', { reason: 'Gone', evidence: 'Report' }]);
    const again = { startsOn: '2027-09-01', endsOn: '2028-05-31' };
    const next = await placing.offer(await placing.matchOf(await farm(), person), again);
    expect(next.body).toMatchObject({ code: 'maximum-stay-exceeded', lastLawfulOn: '2027-09-13' });
  });

  it('count without a last day: until the return, or for a year', async () => {
    const outcome = async (returnedOn: string | undefined, startsOn: string, endsOn: string) => {
      const stay = { country: 'ES', fromOn: '2026-03-01', returnedOn };
      const person = await road.enter({ ...hand, previousStays: [stay] });
      const match = await placing.matchOf(await farm(), person);
      const { status, body } = await placing.offer(match, { startsOn, endsOn });
      return [status, String(body.code ?? body.status)];
    };
    const exceeded = [409, 'maximum-stay-exceeded'];
    expect(await outcome(undefined, '2026-12-01', '2027-02-28')).toEqual(exceeded);
    expect(await outcome(undefined, '2027-12-01', '2028-08-31')).toEqual([201, 'offered']);
    expect(await outcome('2026-11-20', '2026-12-01', '2027-02-28')).toEqual(exceeded);
    expect(await outcome('2026-06-30', '2026-12-01', '2027-02-28')).toEqual([201, 'offered']);
  });

  it('are counted together when two records are found to be one person', async () => {
    const born = { familyName: 'Kadiri', birthOn: '1981-06-14', givenName: 'Omar', ...hand };
    const other = await test.caller('agency', 'MA');
    const one = await road.enter({ ...born, reference: 'K-1' });
    const two = await road.enter({ ...born, reference: 'K-2' }, other);
    const first = await placing.offer(await placing.matchOf(await farm(), one), earlier);
    await placing.go(first.body.id, [road.agency, 'accept']);
    await merge(one, two);
    const [same, next] = [await farm(), await farm()];
    const short = { startsOn: '2027-11-01', endsOn: '2027-11-15' };
    const beside = await placing.offer(await placing.matchOf(same, two), short).expect(201);
    const refused = await accept(beside.body.id, other);
    expect([refused.status, refused.body.code]).toEqual([409, 'person-already-placed']);
    const long = { startsOn: '2027-12-01', endsOn: '2028-08-31' };
    const beyond = await placing.offer(await placing.matchOf(next, two), long).expect(409);
    expect(beyond.body.code).toBe('maximum-stay-exceeded');
  });

  async function merge(loserId: string, survivorId: string): Promise<void> {
    await test.settle();
    const { body } = await road.authority.get('/v1/candidates/duplicates?limit=200').expect(200);
    const pairs = body.items as { id: string; oneId: string; otherId: string }[];
    const pair = pairs.find(({ oneId, otherId }) => [oneId, otherId].includes(loserId));
    const path = `/v1/candidates/duplicates/${pair?.id ?? ''}/merge`;
    await road.authority.post(path, { survivorId }).expect(200);
    await test.settle();
  }
});
