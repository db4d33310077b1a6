import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('the stays of one candidate', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let farms: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    const seats = aQuota({ scopeCode: '9211', seats: 100, endsOn: '2030-12-31' });
    farms = String((await road.ministry.post('/v1/quotas', seats).expect(201)).body.id);
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

  const authorised = async (
    person: string,
    vacancyId: string,
    terms: object,
    by = road.agency,
  ): Promise<string> => {
    const offered = await placing.offer(await placing.matchOf(vacancyId, person), terms);
    const id = String(offered.body.id);
    await placing.go(id, [by, 'accept']);
    for (const kind of ['accommodation', 'travel', 'insurance', 'return-undertaking'])
      await placing.record(by, id, kind).expect(201);
    await placing.go(id, [road.ministry, 'authorise', { evidence: 'Permit' }]);
    return id;
  };
  const stamp = { evidence: 'Stamp' };
  /** Takes the person into the state on a day. Returns the id of the placement. */
  const takeIn = async (on: string, ...of: Parameters<typeof authorised>): Promise<string> => {
    const id = await authorised(...of);
    await placing.go(
      id,
      [of[3] ?? road.agency, 'prepare'],
      [road.ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    goTo(on);
    await placing.go(id, [road.ministry, 'enter', stamp]);
    return id;
  };

  it('begin with the entry if that was before the contract', async () => {
    const person = await road.enter(hand);
    await takeIn('2027-01-10', person, await farm(), {
      startsOn: '2027-03-01',
      endsOn: '2027-08-31',
    });
    const again = { startsOn: '2027-10-01', endsOn: '2027-12-15' };
    const next = await placing.offer(await placing.matchOf(await farm(), person), again);
    // 234 of 276 days are used up to 31 August.
    expect(next.body).toMatchObject({ code: 'maximum-stay-exceeded', lastLawfulOn: '2027-11-11' });
  });

  it('begin on the day that it is in the state, also while it is still the last year elsewhere', async () => {
    const terms = { startsOn: '2027-01-01', endsOn: '2027-03-31' };
    const id = await authorised(await road.enter(hand), await farm(), terms);
    await placing.go(id, [road.agency, 'prepare'], [road.ministry, 'issue-visa', stamp]);
    test.clock.moveTo(new Date('2026-12-31T23:30:00Z'));
    await placing.go(id, [road.ministry, 'enter', stamp], [road.employer, 'start-work']);
    const { body } = await road.ministry.get(`/v1/placements/${id}/events`).expect(200);
    const days = (body.items as { happenedOn: string }[]).map(({ happenedOn }) => happenedOn);
    expect(days.slice(-2)).toEqual(['2027-01-01', '2027-01-01']);
    const early = { reason: 'Over', on: '2027-01-02' };
    expect((await placing.step(road.employer, id, 'end', early)).status).toBe(400);
  });

  it('begin under no contract that is over', async () => {
    const terms = { startsOn: '2027-03-01', endsOn: '2027-03-31' };
    const id = await authorised(await road.enter(hand), await farm(), terms);
    await placing.go(id, [road.agency, 'prepare'], [road.ministry, 'issue-visa', stamp]);
    goTo('2027-04-02');
    const late = await placing.step(road.ministry, id, 'enter', stamp);
    expect([late.status, late.body.errors?.[0].code]).toEqual([400, 'after-contract']);
    await placing.go(id, [road.ministry, 'enter', { ...stamp, on: '2027-03-30' }]);
    const work = await placing.step(road.employer, id, 'start-work');
    expect([work.status, work.body.errors?.[0].code]).toEqual([400, 'after-contract']);
    await placing.go(id, [road.employer, 'start-work', { on: '2027-03-31' }]);
  });

  it('end with no return before the last day of any of their contracts', async () => {
    const person = await road.enter(hand);
    const terms = { startsOn: '2026-12-01', endsOn: '2027-02-28', answerByOn: '2026-11-30' };
    const first = await takeIn('2026-12-01', person, await farm(), terms);
    const over = { reason: 'Over', on: '2027-02-28' };
    const follows = { startsOn: '2027-03-01', endsOn: '2027-05-31' };
    const second = await authorised(person, await farm(), follows);
    goTo('2027-06-01');
    await placing.go(first, [road.employer, 'end', over]);
    await placing.go(
      second,
      [road.employer, 'start-work', { on: '2027-03-01' }],
      [road.employer, 'end', { reason: 'Over' }],
    );
    const early = await placing.step(road.agency, first, 'return', { ...stamp, on: '2027-03-15' });
    expect([early.status, early.body.errors?.[0].code]).toEqual([400, 'dates-out-of-order']);
    await placing.go(first, [road.agency, 'return', { ...stamp, on: '2027-06-01' }]);
    expect((await placing.read(second)).status).toBe('returned');
  });

  it('count up to the day a stay was abandoned', async () => {
    const person = await road.enter(hand);
    const terms = { startsOn: '2026-12-01', endsOn: '2027-08-31', answerByOn: '2026-11-30' };
    const id = await takeIn('2026-12-01', person, await farm(), terms);
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

  it('give permit, re-entry and duties to both records of one person', async () => {
    const born = { familyName: 'Tazi', birthOn: '1984-02-03', givenName: 'Hicham', ...hand };
    const other = await test.caller('agency', 'MA');
    const one = await road.enter({ ...born, reference: 'T-1' });
    const two = await road.enter({ ...born, reference: 'T-2' }, other);
    const season = { startsOn: '2026-12-01', endsOn: '2027-02-28', answerByOn: '2026-11-30' };
    const lastVacancyId = await farm();
    const first = await takeIn('2026-12-01', one, lastVacancyId, season);
    goTo('2027-03-01');
    const over = { reason: 'Over', on: '2027-02-28' };
    await placing.go(first, [road.employer, 'end', over], [road.agency, 'return', stamp]);
    await merge(one, two);
    const autumn = { startsOn: '2027-10-01', endsOn: '2027-10-31' };
    const third = await authorised(two, await farm(), autumn, other);
    // Without preparation by the return, and without a visa of this year by the permit.
    const terms = { startsOn: '2027-03-05', endsOn: '2027-04-30' };
    const next = await authorised(two, await farm(), terms, other);
    goTo('2027-03-05');
    await placing.go(next, [road.ministry, 'enter', stamp]);
    await placing.go(third, [road.ministry, 'issue-visa', stamp]);
    goTo('2027-03-20');
    await placing.go(next, [road.ministry, 'abandon', { reason: 'Gone', ...stamp }]);
    const call = { vacancyId: await farm(), lastVacancyId, startsOn: '2027-12-01' };
    const { body } = await road.employer
      .post('/v1/call-ups', { ...call, endsOn: '2028-02-28' })
      .expect(201);
    expect(body.items).toEqual([
      { candidateId: one, placementId: null, outcome: 'terms-not-kept' },
    ]);
  });

  it('give their seat back if they were never authorised and their contract is over', async () => {
    const terms = { startsOn: '2027-03-01', endsOn: '2027-03-31' };
    const offered = await placing.offer(
      await placing.matchOf(await farm(), await road.enter(hand)),
      terms,
    );
    const id = String(offered.body.id);
    await placing.go(id, [road.agency, 'accept']);
    const reserved = async (): Promise<number> =>
      Number((await road.ministry.get(`/v1/quotas/${farms}`).expect(200)).body.reserved);
    await night(test, PlacementsWorker, '2027-03-31');
    const before = await reserved();
    expect((await placing.read(id)).status).toBe('accepted');
    await night(test, PlacementsWorker, '2027-04-01');
    expect((await placing.read(id)).status).toBe('expired');
    expect(await reserved()).toBe(before - 1);
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
