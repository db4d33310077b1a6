import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const PATH = '/v1/rules/circular-stay.es-seasonal';

/** The terms of Spain's rule as its ministry wants it from now on. */
const aStay = (parameters: object): object => ({
  citation: 'Order on seasonal work, for tests',
  certainty: 'verified',
  validFrom: '2025-05-20',
  reason: 'A shorter season',
  parameters: {
    permitCategory: 'seasonal',
    months: 9,
    days: 276,
    withinMonths: 12,
    permitYears: 4,
    conditions: ['accommodation'],
    ...parameters,
  },
});

describe('a ministry that sets how long people may stay', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let season: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    season = await road.publish({ permitCategory: 'seasonal', positions: 5 });
  });

  afterAll(() => test.stop());

  const offerUntil = async (endsOn: string) =>
    placing.offer(await placing.matchOf(season, await road.enter()), { endsOn });

  it('finds its rule as data, and cannot change that of another state', async () => {
    const { body } = await road.agency.get('/v1/circular-migration/rules').expect(200);
    const codes = (body.items as { code: string }[]).map(({ code }) => code);
    expect(codes).toContain('circular-stay.es-seasonal');
    const { body: rule } = await road.ministry.get(PATH).expect(200);
    expect(rule).toMatchObject({ version: 1, certainty: 'recalled', parameters: { months: 9 } });
    const french = await test.caller('ministry', 'FR');
    expect((await french.put(PATH, aStay({}), 1).expect(403)).body.code).toBe('other-authority');
    await road.employer.put(PATH, aStay({}), 1).expect(403);
  });

  it('is told what does not fit, and records nothing in a dry run', async () => {
    const { body } = await road.ministry.put(PATH, aStay({ months: 0 }), 1).expect(400);
    expect(body.errors[0].pointer).toBe('/parameters/months');
    await road.ministry.put(PATH, aStay({ conditions: ['marriage'] }), 1).expect(400);
    const tried = await road.ministry.put(`${PATH}?dryRun=true`, aStay({ months: 6 }), 1);
    // No match depends on this rule.
    expect(tried.body).toMatchObject({ dryRun: true, version: 2, openVacancies: 0 });
    expect(tried.body.placementsRefused).toBe(0);
    expect((await road.ministry.get(PATH).expect(200)).body.version).toBe(1);
  });

  it('is told in a dry run how many job offers it would refuse', async () => {
    const refusedWith = async (parameters: object): Promise<number> => {
      const tried = await road.ministry.put(`${PATH}?dryRun=true`, aStay(parameters), 1);
      return Number(tried.body.placementsRefused);
    };
    const { body } = await offerUntil('2027-10-31');
    expect(await refusedWith({ months: 8, days: 245 })).toBe(0);
    expect(await refusedWith({ months: 7, days: 214 })).toBe(1);
    expect(await refusedWith({ permitCategory: 'trainee', months: 1, days: 31 })).toBe(0);
    const { id } = body as { id: string };
    await placing.go(id, [road.agency, 'accept']);
    // The offer remains valid: a rule does not undo a step that was taken.
    expect(await refusedWith({ months: 7, days: 214 })).toBe(0);
  });

  it('shortens the stay for what is offered from now on', async () => {
    expect((await offerUntil('2027-11-30')).status).toBe(201);
    await road.ministry.put(PATH, aStay({ months: 6, days: 184 }), 1).expect(200);
    await road.ministry.put(PATH, aStay({ months: 7 }), 1).expect(412);
    const { status, body } = await offerUntil('2027-11-30');
    expect([status, body.code, body.lastLawfulOn]).toEqual([
      409,
      'maximum-stay-exceeded',
      '2027-08-31',
    ]);
    expect(body.citation).toBe('Order on seasonal work, for tests');
    const { body: history } = await road.agency.get(`${PATH}/history`).expect(200);
    expect(history.items.map(({ reason }: { reason: string }) => reason)).toEqual([
      'Came with the software',
      'A shorter season',
    ]);
  });

  it('requires other conditions on record before a seat is confirmed', async () => {
    const conditions = { months: 6, days: 184, conditions: ['language-training'] };
    await road.ministry.put(PATH, aStay(conditions), 2).expect(200);
    const { id } = (await offerUntil('2027-08-31')).body as { id: string };
    await placing.go(id, [road.agency, 'accept']);
    const early = await placing.step(road.ministry, id, 'authorise', { evidence: 'Paper 1' });
    expect([early.status, early.body.missing]).toEqual([409, ['language-training']]);
    await placing.record(road.agency, id, 'language-training', { hours: 80 }).expect(201);
    await placing.go(id, [road.ministry, 'authorise', { evidence: 'Paper 1' }]);
  });

  it('sets how long residents may be away, instead of the Union’s rule', async () => {
    const asked = '/v1/circular-migration/absence?leftOn=2026-01-10';
    const { body: union } = await road.agency.get(asked).expect(200);
    expect(union).toMatchObject({ returnByOn: '2027-01-09', months: 12 });
    const rule = {
      code: 'residence-absence.es',
      kind: 'residence-absence',
      citation: 'Order on circular migrants, for tests',
      certainty: 'verified',
      validFrom: '2026-01-01',
      parameters: { months: 24 },
      reason: 'COM(2007) 248 proposes two to three years',
    };
    await road.ministry.post('/v1/rules', rule).expect(201);
    const { body: own } = await road.agency.get(`${asked}&state=ES`).expect(200);
    expect(own).toMatchObject({ returnByOn: '2028-01-09', months: 24 });
    expect((await road.agency.get(asked).expect(200)).body.months).toBe(12);
    await road.agency.get('/v1/circular-migration/absence?leftOn=2001-01-10').expect(404);
  });
});
