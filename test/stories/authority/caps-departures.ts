import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPressedSector } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a partner authority that limits departures', () => {
  let test: TestApp;
  let road: Road;
  let nurse: string;
  let vacancy: string;
  let sectorId: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    nurse = await road.enter();
    vacancy = await road.publish();
  });

  afterAll(() => test.stop());

  const left = (people: number, known = {}): Promise<unknown> =>
    road.authority
      .post('/v1/outflow-entries', {
        state: 'ES',
        isco: '2221',
        leftOn: '2026-05-01',
        people,
        reason: 'Exit register',
        ...known,
      })
      .expect(201)
      .then(({ body }): unknown => body);

  const aCap = (known = {}): object => ({
    isco: '2221',
    year: 2026,
    effects: ['no-active-matching'],
    citation: 'Decree on departures',
    ...known,
  });

  it('may cap a share of the workforce only if the migration profile states the workforce', async () => {
    const share = aCap({ sharePerMille: 2.5 });
    const asked = road.authority.post('/v1/outflow-caps', share).set('Accept-Language', 'fr');
    const { body } = await asked.expect(400);
    expect(body.errors[0].code).toBe('workforce-unknown');
    expect(body.errors[0].detail).toMatch(/^Le profil migratoire n'indique pas la main-d'œuvre/);
    const figure = { isco: '2221', year: 2025, workforce: 3_999, emigrated: 400, source: 'Census' };
    await road.authority.post('/v1/migration-figures', figure).expect(201);
    const { body: cap } = await road.authority.post('/v1/outflow-caps', share).expect(201);
    // 2.5 per thousand of 3,999 people are 9.9975, so nine may leave.
    expect(cap).toMatchObject({ limit: 9, used: 0, reached: false, version: 1 });
    const without = { ...figure, workforce: undefined };
    const taken = await road.authority.post('/v1/migration-figures', without).expect(400);
    expect(taken.body.errors).toMatchObject([{ pointer: '/workforce', code: 'workforce-needed' }]);
    expect(await road.matches(vacancy)).toHaveLength(1);
  });

  it('states either a number of people or a share, not both nor neither', async () => {
    for (const cap of [aCap(), aCap({ people: 5, sharePerMille: 2.5 })]) {
      const { body } = await road.authority.post('/v1/outflow-caps', cap).expect(400);
      expect(body.errors[0].code).toBe('number-or-share');
    }
  });

  it('closes the occupation when the share is reached', async () => {
    await left(8);
    expect(await road.matches(vacancy)).toHaveLength(1);
    await left(1);
    expect(await road.matches(vacancy)).toEqual([]);
    expect(await road.told(nurse, vacancy)).toMatchObject({
      why: 'The yearly cap that Morocco set on departures has been reached for ISCO 2221: Decree on departures.',
    });
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    expect(body.items[0]).toMatchObject({ limit: 9, used: 9, reached: true });
  });

  it('opens it again when the number is corrected, or when the cap is raised with its version', async () => {
    await left(-1);
    expect(await road.matches(vacancy)).toHaveLength(1);
    await left(1);
    expect(await road.matches(vacancy)).toEqual([]);
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    const path = `/v1/outflow-caps/${body.items[0].id}`;
    const read = await road.authority.get(path).expect(200);
    expect([read.headers['etag'], read.body]).toEqual(['"1"', body.items[0]]);
    const before = `${path}?asOf=2026-01-01T00:00:00Z`;
    expect((await road.authority.get(before).expect(404)).body.code).toBe('outflow-cap-not-found');
    const more = aCap({ people: 500 });
    await road.authority.put(path, more).expect(428);
    await road.authority.put(path, more, 2).expect(412);
    await road.authority.put(path, more, 1).expect(200);
    expect(await road.matches(vacancy)).toHaveLength(1);
  });

  it('keeps caps and counts its own', async () => {
    const tunisia = await test.caller('partner-authority', 'TN');
    const { body } = await road.authority.get('/v1/outflow-caps').expect(200);
    await tunisia.put(`/v1/outflow-caps/${body.items[0].id}`, aCap({ people: 1 }), 2).expect(404);
    const { body: seen } = await tunisia.get('/v1/outflow-entries?partnerCountry=MA').expect(200);
    expect(seen.items).toEqual([]);
    await road.ministry.post('/v1/outflow-caps', aCap({ people: 1 })).expect(403);
  });

  it('shows the migration profile beside a sector that it names', async () => {
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    sectorId = String(body.id);
    const { body: sector } = await road.employer.get(`/v1/pressed-sectors/${sectorId}`).expect(200);
    expect(sector.figures).toMatchObject([{ isco: '2221', workforce: 3_999, emigrated: 400 }]);
    expect(await road.matches(vacancy)).toEqual([]);
  });

  it('re-opens the sector under an agreement, until the agreed number is used up', async () => {
    const agreement = {
      state: 'ES',
      people: 2,
      citation: 'Agreement with Spain',
      startsOn: '2026-11-01',
      endsOn: '2027-10-31',
    };
    await road.authority.post(`/v1/pressed-sectors/${sectorId}/exceptions`, agreement).expect(201);
    expect(await road.matches(vacancy)).toHaveLength(1);
    await left(2, { leftOn: '2026-11-10' });
    expect(await road.matches(vacancy)).toEqual([]);
    expect((await road.told(nurse, vacancy))?.why).toContain('has no seat left');
  });

  it('lifts the sector, but neither that nor what others do revives an old match', async () => {
    test.clock.moveTo(new Date('2026-11-24T12:30:00Z'));
    await road.authority.post(`/v1/pressed-sectors/${sectorId}/lift`).expect(200);
    await road.enter({ desiredCountries: ['ES'] });
    await road.ministry.post('/v1/quotas', { ...quotaOfOthers }).expect(201);
    expect(await road.matches(vacancy)).toEqual([]);
    test.clock.moveTo(new Date('2026-11-24T13:00:00Z'));
    const later = await road.publish({ sourceId: 'later', sourceAgency: 'own' });
    expect((await road.matches(later)).length).toBeGreaterThan(0);
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    expect((await road.matches(vacancy)).length).toBeGreaterThan(0);
  });

  it('keeps every version of the sector', async () => {
    const { body } = await road.agency.get(`/v1/pressed-sectors/${sectorId}/history`).expect(200);
    const kept = body.items as { version: number; content: { liftedAt: string | null } }[];
    expect(kept.map(({ version, content }) => [version, content.liftedAt !== null])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

const quotaOfOthers = {
  partnerCountry: 'MA',
  scopeScheme: 'isco',
  scopeCode: '9211',
  seats: 5,
  startsOn: '2026-01-01',
  endsOn: '2027-12-31',
  citation: 'Order for tests',
};
