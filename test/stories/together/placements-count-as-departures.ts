import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPressedSector, aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

interface Entry {
  people: number;
  leftOn: string;
  placementId: string | null;
}

describe('a placement under a cap on departures', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let vacancy: string;
  let first: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    const [salma] = [await road.enter({ residenceRegion: 'Souss-Massa' }), await road.enter()];
    vacancy = await road.publish();
    const cap = { isco: '2221', year: 2027, people: 1, effects: ['no-active-matching'] };
    await road.authority.post('/v1/outflow-caps', { ...cap, citation: 'Decree 7' }).expect(201);
    const { body } = await placing.offer(await placing.matchOf(vacancy, salma)).expect(201);
    first = String(body.id);
  });

  afterAll(() => test.stop());

  const entries = async (): Promise<Entry[]> => {
    const { body } = await road.authority.get('/v1/outflow-entries').expect(200);
    return body.items as Entry[];
  };
  const standing = async (): Promise<unknown> => {
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    return body.items[0].used;
  };
  const proposed = async (): Promise<number> => (await road.matches(vacancy)).length;
  const authorised: [typeof road.ministry, string, Record<string, string>][] = [];

  it('does not count while it is an offer, nor once the candidate accepts', async () => {
    await placing.go(first, [road.agency, 'accept']);
    expect(await standing()).toBe(0);
    expect(await proposed()).toBe(2);
  });

  it('counts from the authorisation on, so that the cap of the year of its work is reached', async () => {
    authorised.push([road.ministry, 'authorise', { evidence: 'Permit 7' }]);
    await placing.go(first, ...authorised);
    expect(await entries()).toMatchObject([
      { people: 1, leftOn: '2027-03-01', isco: '2221', region: 'Souss-Massa', placementId: first },
    ]);
    expect(await standing()).toBe(1);
    expect(await proposed()).toBe(0);
  });

  it('stops counting when it comes to nothing, and others are proposed again', async () => {
    await placing.go(first, [road.agency, 'withdraw', { reason: 'Other plans' }]);
    expect((await entries()).map(({ people }) => people)).toEqual([1, -1]);
    expect(await standing()).toBe(0);
    expect(await proposed()).toBeGreaterThan(0);
  });

  it('counts on the day of entry, instead of the planned day, and for good', async () => {
    const found = await road.matches(vacancy);
    const { body } = await placing.offer(found.at(-1)?.id ?? '').expect(201);
    const second = String(body.id);
    await placing.go(second, [road.agency, 'accept'], ...authorised, [road.agency, 'prepare']);
    await placing.record(road.agency, second, 'language-training', { hours: 12 }).expect(201);
    await placing.go(second, [road.ministry, 'issue-visa', { evidence: 'Visa 7' }]);
    test.clock.moveTo(new Date('2027-03-04T12:00:00Z'));
    await placing.go(second, [road.ministry, 'enter', { evidence: 'Stamp' }]);
    const own = (await entries()).filter(({ placementId }) => placementId === second);
    expect(own.map(({ people, leftOn }) => [people, leftOn])).toEqual([
      [1, '2027-03-01'],
      [-1, '2027-03-01'],
      [1, '2027-03-04'],
    ]);
    await placing.go(second, [
      road.ministry,
      'abandon',
      { reason: 'Left the post', evidence: 'Report' },
    ]);
    expect(await standing()).toBe(1);
  });

  it('is read line by line only by its authority, while others see numbers of ten people or more', async () => {
    const monitor = await test.caller('monitor');
    const { body } = await monitor.get('/v1/outflow-entries').expect(200);
    expect(body.items).toEqual([]);
    const { body: caps } = await monitor.get('/v1/outflow-caps').expect(200);
    expect(caps.items).toMatchObject([{ limit: 1, used: null, reached: true }]);
  });

  it('counts by every occupation of the vacancy, and in the region if none is on record', async () => {
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '5120' })).expect(201);
    const cook = { occupations: [{ isco: '5120', title: 'Cuisinier', years: 4 }] };
    const work = { isco: ['5120', '5322'], nace: 'I55.10', languages: [], startsOn: '2027-05-01' };
    const kitchen = await road.publish({ ...work, endsOn: '2027-09-30' });
    const match = await placing.matchOf(kitchen, await road.enter(cook));
    const cap = { isco: '532', year: 2027, region: 'Oriental', effects: ['no-active-matching'] };
    const decree = { ...cap, people: 1, citation: 'Decree 8' };
    const { body } = await road.authority.post('/v1/outflow-caps', decree).expect(201);
    const dates = { startsOn: '2027-05-01', endsOn: '2027-09-30' };
    const offered = await placing.offer(match, dates).expect(201);
    await placing.go(String(offered.body.id), [road.agency, 'accept'], ...authorised);
    const { body: seen } = await road.authority.get(`/v1/outflow-caps/${body.id}`).expect(200);
    expect(seen).toMatchObject({ used: 1, reached: true });
  });
});

describe('placements that were accepted before the last departure under a cap', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let vacancy: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    vacancy = await road.publish({ positions: 10 });
  });

  afterAll(() => test.stop());

  const cap = { isco: '2221', year: 2027, effects: ['no-active-matching'], citation: 'Decree 7' };
  const accepted = async (): Promise<string> => {
    const match = await placing.matchOf(vacancy, await road.enter());
    const { body } = await placing.offer(match).expect(201);
    await placing.go(String(body.id), [road.agency, 'accept']);
    return String(body.id);
  };
  const authorise = (id: string) =>
    placing.step(road.ministry, id, 'authorise', { evidence: 'Permit 7' });
  const capAt = async (people: number, known: object = {}) => {
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    const [{ id, version } = { id: '', version: 0 }] = body.items;
    await road.authority.put(`/v1/outflow-caps/${id}`, { ...cap, people, ...known }, version);
  };
  const used = async (): Promise<unknown> => {
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    return body.items[0].used;
  };

  it('are authorised up to the cap, however many at once', async () => {
    await road.authority.post('/v1/outflow-caps', { ...cap, people: 2 }).expect(201);
    const ids = [await accepted(), await accepted(), await accepted(), await accepted()];
    const answers = await Promise.all(ids.map(authorise));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 409, 409]);
    const [refused] = answers.filter(({ status }) => status === 409);
    expect(refused?.body).toMatchObject({ code: 'gate-closed' });
    expect(refused?.body.detail).toMatch(/^The yearly cap that Morocco set on departures/);
    expect(await used()).toBe(2);
  });

  it('stay accepted until the cap is raised, also without consent, and its treatment counts', async () => {
    const { body } = await road.ministry.get('/v1/placements?status=accepted').expect(200);
    const { id, candidateId } = body.items[0] as { id: string; candidateId: string };
    const { body: person } = await road.agency.get(`/v1/candidates/${candidateId}`).expect(200);
    const [consent] = person.consents as { id: string }[];
    await road.agency.delete(`/v1/candidates/${candidateId}/consents/${consent?.id}`).expect(200);
    await test.settle();
    await capAt(2, { effects: ['no-favourable-treatment'] });
    const refused = await authorise(id);
    expect([refused.status, refused.body.code]).toEqual([409, 'gate-closed']);
    await capAt(2, { effects: ['no-direct-application'] });
    expect((await authorise(id)).status).toBe(200);
    expect(await used()).toBe(3);
  });

  it('count in the year in which they are authorised if their contract has begun before', async () => {
    await capAt(9);
    const match = await placing.matchOf(vacancy, await road.enter());
    const { body } = await placing.offer(match, { startsOn: '2026-12-20' }).expect(201);
    await placing.go(String(body.id), [road.agency, 'accept']);
    test.clock.moveTo(new Date('2027-01-05T12:00:00Z'));
    expect((await authorise(String(body.id))).status).toBe(200);
    expect(await used()).toBe(4);
  });

  it('are authorised if the same sector is named only afterwards, since they stand', async () => {
    const { body } = await road.ministry.get('/v1/placements?status=accepted').expect(200);
    await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    expect((await authorise(String(body.items[0].id))).status).toBe(200);
  });
});

describe('a placement under an agreement that re-opens a pressed sector', () => {
  let test: TestApp;
  let road: Road;
  let vacancy: string;
  let salma: string;
  let exceptions: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    salma = await road.enter();
    await road.enter();
    vacancy = await road.publish();
    const { body: sector } = await road.authority
      .post('/v1/pressed-sectors', aPressedSector({ scheme: 'nace', code: 'Q86' }))
      .expect(201);
    exceptions = `/v1/pressed-sectors/${sector.id}/exceptions`;
  });

  afterAll(() => test.stop());

  const agree = (people: number, endsOn: string) => {
    const agreement = { state: 'ES', people, citation: 'Agreement with Spain' };
    const from = { startsOn: '2026-11-01', endsOn };
    return road.authority.post(exceptions, { ...agreement, ...from }).expect(201);
  };
  const leave = (work: object) => {
    const entry = { state: 'ES', leftOn: '2026-11-10', people: 2, reason: 'Exit register' };
    return road.authority.post('/v1/outflow-entries', { ...entry, ...work });
  };

  it('is possible only if its work begins while the agreement holds', async () => {
    await agree(5, '2026-12-31');
    expect(await road.matches(vacancy)).toEqual([]);
    expect((await road.told(salma, vacancy))?.why).not.toContain('no seat left');
  });

  it('uses up the agreed number', async () => {
    const placing = new Placing(road);
    await agree(1, '2027-10-31');
    expect(await road.matches(vacancy)).toHaveLength(2);
    const { body } = await placing.offer(await placing.matchOf(vacancy, salma)).expect(201);
    await placing.go(
      String(body.id),
      [road.agency, 'accept'],
      [road.ministry, 'authorise', { evidence: 'Permit 7' }],
    );
    expect(await road.matches(vacancy)).toEqual([]);
  });

  it('is not authorised once others have used up the number since it was accepted', async () => {
    await agree(1, '2027-10-31');
    const placing = new Placing(road);
    const other = (await road.matches(vacancy)).find(({ candidateId }) => candidateId !== salma);
    const { body } = await placing.offer(other?.id ?? '').expect(201);
    await placing.go(String(body.id), [road.agency, 'accept']);
    const { body: left } = await leave({ nace: 'R86.10' }).expect(201);
    const authorise = () =>
      placing.step(road.ministry, String(body.id), 'authorise', { evidence: 'Permit 8' });
    expect((await authorise()).body.detail).toContain('no seat left');
    await leave({ nace: 'R86.10', people: -left.people }).expect(201);
    expect((await authorise()).status).toBe(200);
    await placing.go(String(body.id), [road.ministry, 'deny', { reason: 'For tests' }]);
    await leave({ nace: 'R86.10', people: 1 }).expect(201);
  });

  it('leaves a further agreement its whole number', async () => {
    await agree(1, '2027-10-31');
    expect(await road.matches(vacancy)).toHaveLength(2);
  });

  it('has its agreement used up by departures for work in the sector, not by others', async () => {
    await leave({ isco: '9211', nace: 'A01.25' }).expect(201);
    await leave({ isco: '2221' }).expect(201);
    expect(await road.matches(vacancy)).toHaveLength(2);
    const { body: unknown } = await leave({ nace: 'Hospital' }).expect(400);
    expect(unknown.errors).toMatchObject([{ pointer: '/nace', code: 'unknown-code' }]);
    const { body } = await leave({ nace: '86.10' }).expect(201);
    expect(body).toMatchObject({ nace: 'R86.10', esco: null, isco: null });
    expect(await road.matches(vacancy)).toEqual([]);
    expect((await road.told(salma, vacancy))?.why).toContain('no seat left');
  });
});
