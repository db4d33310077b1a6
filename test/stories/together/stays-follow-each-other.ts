import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('contracts of one candidate that follow each other', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    await road.ministry.put(`/v1/quotas/${road.quotaId}`, aQuota({ seats: 40 }), 1).expect(200);
  });

  afterAll(() => test.stop());

  const goTo = (on: string) => {
    test.clock.moveTo(new Date(`${on}T12:00:00Z`));
  };

  afterEach(() => {
    goTo('2026-11-24');
  });

  const vacancy = (): Promise<string> => road.publish({ positions: 20, endsOn: '2027-12-31' });
  const departures = async (...ids: string[]): Promise<number> => {
    const told = `SELECT COALESCE(sum(people), 0)::int AS people FROM outflow_entry
                   WHERE placement_id = ANY ($1)`;
    const [row] = await test.database.as(SYSTEM, (sql) => sql.query(told, [ids]));
    return Number(row.people);
  };

  /**
   * Takes the candidate to work from 1 December 2026 to 28 February 2027. Returns the id of this
   * first contract.
   */
  async function atWork(person: string): Promise<string> {
    const terms = { startsOn: '2026-12-01', endsOn: '2027-02-28' };
    const { body } = await placing.offer(await placing.matchOf(await vacancy(), person), terms);
    await placing.go(
      body.id,
      [road.agency, 'accept'],
      [road.ministry, 'authorise', { evidence: 'Permit' }],
      [road.ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    goTo('2026-12-01');
    await placing.go(
      body.id,
      [road.ministry, 'enter', { evidence: 'Stamp' }],
      [road.employer, 'start-work'],
    );
    return String(body.id);
  }

  const agree = async (person: string, startsOn: string, endsOn: string): Promise<string> => {
    const matchId = await placing.matchOf(await vacancy(), person);
    const { body } = await placing.offer(matchId, { startsOn, endsOn });
    await placing.go(
      body.id,
      [road.agency, 'accept'],
      [road.ministry, 'authorise', { evidence: 'Permit 2' }],
    );
    return String(body.id);
  };

  const goHome = (id: string): Promise<void> =>
    placing.go(
      id,
      [road.employer, 'end', { reason: 'Over', on: '2027-02-28' }],
      [road.agency, 'return', { evidence: 'Stamp', on: '2027-03-01' }],
    );

  it('are two stays, with a seat and a departure each, if a season lies between them', async () => {
    const person = await road.enter();
    const first = await atWork(person);
    const { confirmed = 0 } = await placing.seats();
    goTo('2027-02-20');
    const next = await agree(person, '2027-10-01', '2027-11-30');
    expect((await placing.read(next)).campaignId).toBe(next);
    expect(await placing.seats()).toMatchObject({ confirmed: confirmed + 1 });
    expect(await departures(first, next)).toBe(2);
  });

  it('become two stays when the candidate goes home between them', async () => {
    const person = await road.enter();
    const first = await atWork(person);
    const before = await placing.seats();
    goTo('2027-02-20');
    const next = await agree(person, '2027-04-01', '2027-05-31');
    expect(await placing.read(next)).toMatchObject({ campaignId: first, quotaIds: [] });
    expect(await placing.seats()).toEqual(before);
    expect(await departures(first, next)).toBe(1);
    goTo('2027-03-01');
    await goHome(first);
    expect(await placing.read(next)).toMatchObject({
      campaignId: next,
      quotaIds: [road.quotaId],
      status: 'authorised',
    });
    const { confirmed = 0, remaining = 0 } = before;
    expect(await placing.seats()).toMatchObject({
      confirmed: confirmed + 1,
      remaining: remaining - 1,
    });
    expect(await departures(first, next)).toBe(2);
  });

  it('wait for a seat if none is left for another entry', async () => {
    const person = await road.enter();
    const first = await atWork(person);
    goTo('2027-02-20');
    const next = await agree(person, '2027-04-01', '2027-05-31');
    const { remaining: seats = 0 } = await placing.seats();
    const outside = { act: 'take', seats, reason: 'On paper' };
    const ledger = `/v1/quotas/${road.quotaId}/entries`;
    await road.ministry.post(ledger, outside).expect(201);
    goTo('2027-03-01');
    await goHome(first);
    expect(await placing.read(next)).toMatchObject({ campaignId: next, status: 'waiting' });
    expect(await departures(next)).toBe(0);
    await road.ministry.post(ledger, { ...outside, act: 'release' }).expect(201);
    await test.settle();
    expect((await placing.read(next)).status).toBe('offered');
  });

  it('wait if nobody more may leave in that year', async () => {
    const person = await road.enter();
    const first = await atWork(person);
    goTo('2027-02-20');
    const next = await agree(person, '2027-04-01', '2027-05-31');
    const cap = { isco: '2221', year: 2027, effects: ['no-active-matching'], citation: 'Decree' };
    await road.authority.post('/v1/outflow-caps', { ...cap, people: 0 }).expect(201);
    const { confirmed } = await placing.seats();
    goTo('2027-03-01');
    await goHome(first);
    expect((await placing.read(next)).status).toBe('waiting');
    expect(await departures(next)).toBe(0);
    expect(await placing.seats()).toMatchObject({ confirmed });
    const { body: caps } = await road.authority.get('/v1/outflow-caps').expect(200);
    const path = `/v1/outflow-caps/${caps.items[0].id}`;
    await road.authority.put(path, { ...cap, people: 99 }, 1).expect(200);
    await test.settle();
    await night(test, PlacementsWorker, '2027-03-02');
    await test.settle();
    expect((await placing.read(next)).status).toBe('offered');
  });

  it('are one stay on one seat, even if the second post was offered to nobody by name', async () => {
    const person = await road.enter();
    const first = await atWork(person);
    const vacancyId = await vacancy();
    const matchId = await placing.matchOf(vacancyId, person);
    const before = await placing.seats();
    const terms = { startsOn: '2027-03-01', endsOn: '2027-06-30' };
    const posts = { vacancyId, agencyId: road.agency.organisationId, posts: 10 };
    const { body } = await road.employer
      .post('/v1/collective-offers', { ...posts, ...terms })
      .expect(201);
    const path = `/v1/placements?status=offered&collectiveOfferId=${body.id}&limit=200`;
    const { body: list } = await road.agency.get(path).expect(200);
    const reserved = await placing.seats();
    const post = String(list.items[0].id);
    const answer = { accepted: [{ placementId: post, matchId }] };
    await road.agency.post(`/v1/collective-offers/${body.id}/answers`, answer).expect(200);
    expect(await placing.read(post)).toMatchObject({ campaignId: first, quotaIds: [] });
    await test.settle();
    expect(reserved).not.toEqual(before);
    await placing.go(post, [road.ministry, 'authorise', { evidence: 'Permit 2' }]);
    goTo('2027-03-01');
    await placing.go(post, [road.employer, 'start-work']);
    expect(await placing.seats()).toMatchObject({ used: before['used'] });
    expect(await departures(first, post)).toBe(1);
  });

  it("do not get in each other's way when the end of the first is reported late", async () => {
    const person = await road.enter();
    const first = await atWork(person);
    const matchId = await placing.matchOf(await vacancy(), person);
    const terms = { startsOn: '2027-03-01', endsOn: '2027-06-30' };
    const { body: second } = await placing.offer(matchId, terms).expect(201);
    await placing.go(second.id, [road.agency, 'accept']);
    goTo('2027-03-01');
    await placing.go(first, [road.employer, 'end', { reason: 'The contract is over' }]);
    expect(await placing.read(first)).toMatchObject({ status: 'ended', endsOn: '2027-02-28' });
  });

  it('come to nothing when the candidate is erased before entry', async () => {
    const person = await road.enter();
    const matchId = await placing.matchOf(await vacancy(), person);
    const before = await placing.seats();
    const { body } = await placing.offer(matchId).expect(201);
    const id = String(body.id);
    const permit = { evidence: 'Permit' };
    await placing.go(id, [road.agency, 'accept'], [road.ministry, 'authorise', permit]);
    expect(await departures(id)).toBe(1);
    const { body: seen } = await road.agency.get(`/v1/candidates/${person}`).expect(200);
    await road.agency
      .delete(`/v1/candidates/${person}`)
      .set('If-Match', `"${seen.version}"`)
      .expect(204);
    const prepared = await placing.step(road.agency, id, 'prepare');
    expect([409, 412]).toContain(prepared.status);
    await test.settle();
    expect(await placing.read(id)).toMatchObject({ status: 'withdrawn', candidateId: null });
    expect(await placing.seats()).toEqual(before);
    expect(await departures(id)).toBe(0);
  });
});
