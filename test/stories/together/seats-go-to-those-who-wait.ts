import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { aQuota, aVacancy } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { night } from '../../support/application/night.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a post that waits for a seat', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
  });

  afterEach(() => {
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });
  afterAll(() => test.stop());

  const quota = async (scopeCode: string, seats: number, known: object = {}): Promise<string> => {
    const { body } = await road.ministry.post('/v1/quotas', aQuota({ scopeCode, seats, ...known }));
    return String(body.id);
  };
  const change = async (id: string, scopeCode: string, known: object): Promise<void> => {
    const { version } = (await road.ministry.get(`/v1/quotas/${id}`)).body;
    await road.ministry
      .put(`/v1/quotas/${id}`, aQuota({ scopeCode, ...known }), version)
      .expect(200);
    await test.settle();
  };
  /** Adds seats without telling anybody, as in the moment before the waiting list is served. */
  const addInSilence = (id: string, seats: number): Promise<unknown> =>
    test.database.as(SYSTEM, (sql) =>
      sql.query('UPDATE quota SET seats = seats + $2, ceiling = ceiling + $2 WHERE id = $1', [
        id,
        seats,
      ]),
    );
  const overnight = async (on: string): Promise<void> => {
    await night(test, PlacementsWorker, on);
    await test.settle();
  };
  const work = (isco: string, known: object = {}) =>
    road.publish({ isco: [isco], languages: [], positions: 40, endsOn: '2027-12-31', ...known });
  const withdraw = (vacancyId: string) =>
    road.employer.post(`/v1/vacancies/${vacancyId}/withdraw`).set('If-Match', '"1"').expect(200);
  const generic = (vacancyId: string, posts: number, known: object = {}) => {
    const agencyId = road.agency.organisationId;
    return road.employer.post('/v1/collective-offers', { vacancyId, agencyId, posts, ...known });
  };
  const standOf = async (offer: { id: string }): Promise<unknown> =>
    (await road.employer.get(`/v1/collective-offers/${offer.id}`).expect(200)).body.placements;

  it('is not passed by a later offer', async () => {
    const id = await quota('7411', 1);
    const vacancy = await work('7411');
    const first = (await generic(vacancy, 10, { waitIfFull: true }).expect(201)).body;
    expect(first.placements).toEqual({ offered: 1, waiting: 9 });
    await test.settle();
    await addInSilence(id, 12);
    const second = (await generic(vacancy, 10).expect(201)).body;
    expect(second.placements).toEqual({ offered: 3 });
    expect((await generic(vacancy, 10).expect(409)).body.code).toBe('quota-exhausted');
    await test.settle();
    expect(await standOf(first)).toEqual({ offered: 10 });
  });

  it('gets no seat for a withdrawn vacancy, and delays no other until that opens again', async () => {
    const id = await quota('7412', 1);
    const vacancy = await work('7412');
    const waiting = (await generic(vacancy, 10, { waitIfFull: true }).expect(201)).body;
    await withdraw(vacancy);
    await change(id, '7412', { seats: 20 });
    expect(await standOf(waiting)).toEqual({ offered: 1, waiting: 9 });
    const others = (await generic(await work('7412'), 10).expect(201)).body;
    expect(others.placements).toEqual({ offered: 10 });
    await test.database.as(SYSTEM, (sql) =>
      sql.query(`UPDATE vacancy SET status = 'open' WHERE id = $1`, [vacancy]),
    );
    await overnight('2026-11-25');
    expect(await standOf(waiting)).toEqual({ offered: 10 });
  });

  it('is offered for the work of its vacancy at that time, unless that is under another permit', async () => {
    const id = await quota('7413', 1);
    const terms = { isco: ['7413'], languages: [], positions: 40, endsOn: '2027-12-31' };
    const vacancy = await road.publish(terms);
    const waiting = (await generic(vacancy, 10, { waitIfFull: true }).expect(201)).body;
    const become = (known: object, version: number) =>
      road.employer.put(`/v1/vacancies/${vacancy}`, aVacancy({ ...terms, ...known }), version);
    await become({ nace: 'F43.21', permitCategory: 'trainee' }, 1).expect(200);
    await change(id, '7413', { seats: 5 });
    expect(await standOf(waiting)).toEqual({ offered: 1, waiting: 9 });
    await become({ nace: 'F43.21' }, 2).expect(200);
    await overnight('2026-11-25');
    expect(await standOf(waiting)).toEqual({ offered: 5, waiting: 5 });
    const path = `/v1/placements?status=offered&collectiveOfferId=${waiting.id}`;
    const { items } = (await road.agency.get(path).expect(200)).body;
    const works = (items as { work: { nace: string } }[]).map(({ work }) => work.nace);
    expect(works.toSorted()).toEqual(['F43.21', 'F43.21', 'F43.21', 'F43.21', 'R86.10']);
  });

  it('gets no seat of a national offer that no longer covers its work', async () => {
    const id = await quota('8141', 1);
    const waiting = (await generic(await work('8141'), 10, { waitIfFull: true }).expect(201)).body;
    await change(id, '8141', { seats: 6, startsOn: '2028-01-01', endsOn: '2028-12-31' });
    expect(await standOf(waiting)).toEqual({ offered: 1, waiting: 9 });
    await change(id, '8141', { seats: 6 });
    await overnight('2026-11-25');
    expect(await standOf(waiting)).toEqual({ offered: 6, waiting: 4 });
  });

  it('takes part in a draw only as long as it may still be offered', async () => {
    const quotaId = await quota('2222', 9, { endsOn: '2028-12-31' });
    const midwife = { occupations: [{ isco: '2222', title: 'Sage-femme', years: 4 }] };
    const people = [await road.enter(midwife), await road.enter(midwife)];
    const [open, shut] = [await work('2222'), await work('2222')];
    const matches: string[] = [];
    const ids: string[] = [];
    for (const person of people) matches.push(await placing.matchOf(open, person));
    const days = { opensOn: '2026-11-24', closesOn: '2026-12-01' };
    const announced = { quotaId, mode: 'lottery', ...days, citation: 'Order for tests' };
    const { body: round } = await road.ministry
      .post('/v1/allocation-rounds', announced)
      .expect(201);
    for (const match of matches) ids.push(String((await placing.offer(match).expect(201)).body.id));
    const posts = (await generic(shut, 10).expect(201)).body;
    await withdraw(shut);
    const person = `/v1/candidates/${people[0]}`;
    const { consents } = (await road.agency.get(person).expect(200)).body;
    await road.agency.delete(`${person}/consents/${String(consents[0].id)}`).expect(200);
    await test.settle();
    test.clock.moveTo(new Date('2026-12-02T12:00:00Z'));
    const path = `/v1/allocation-rounds/${String(round.id)}`;
    await road.ministry.post(`${path}/draw`, {}).expect(202);
    await test.settle();
    const { items } = (await road.ministry.get(`${path}/results`).expect(200)).body;
    const drawn = items.map((one: { placementId: string; outcome: string }) => [
      one.placementId,
      one.outcome,
    ]);
    expect(drawn).toEqual([[ids[1], 'granted']]);
    expect((await placing.read(ids[0] ?? '')).status).toBe('waiting');
    expect(await standOf(posts)).toEqual({ waiting: 10 });
    const { body } = await road.ministry.get(`${path}/verification`).expect(200);
    expect(body).toEqual({ sound: true, faults: [] });
  });

  it('is served while an offer is made, however their national offers overlap', async () => {
    const here = await quota('8151', 30, { region: 'ES618' });
    const anywhere = await quota('8151', 1);
    const locations = [{ country: 'ES', nuts: 'ES300', city: 'Madrid' }];
    const [madrid, seville] = [await work('8151', { locations }), await work('8151')];
    const one = (await generic(madrid, 10, { waitIfFull: true }).expect(201)).body;
    const other = (await generic(seville, 10, { waitIfFull: true }).expect(201)).body;
    await test.settle();
    await addInSilence(anywhere, 24);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    let holder = Promise.resolve();
    await new Promise<void>((locked) => {
      holder = test.database.as(SYSTEM, async (sql) => {
        await sql.query('SELECT 1 FROM quota WHERE id = $1 FOR NO KEY UPDATE', [here]);
        locked();
        await released;
      });
    });
    // Sends the request now, not when it is awaited.
    const sent = Promise.resolve(generic(seville, 10));
    await someoneWaits(test.database);
    const served = test.database.as(SYSTEM, (sql) =>
      test.app.get(PlacementsWorker).freed({ quotaId: anywhere }, sql),
    );
    await someoneWaits(test.database, 2);
    release();
    await Promise.all([holder, served]);
    const { status, body } = await sent;
    expect([status, body.placements]).toEqual([201, { offered: 5 }]);
    await test.settle();
    expect([await standOf(one), await standOf(other)]).toEqual([{ offered: 10 }, { offered: 10 }]);
  });
});
