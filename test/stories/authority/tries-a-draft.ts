import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SimulationView } from '../../../src/matching/simulation/simulations.dto.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aPressedSector, aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const NURSES = 10;

const longerTest = {
  code: 'labour-market-test.es',
  kind: 'labour-market-test',
  parameters: { duration: 'days-elapsed', days: 70 },
};

describe('an authority that tries a draft before it decides', () => {
  let test: TestApp;
  let road: Road;
  let monitor: Caller;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    monitor = await test.caller('monitor');
    for (let number = 0; number < NURSES; number += 1) await road.enter();
    await road.publish({ sourceAgency: 'own', sourceId: 'nurses' });
    await road.publish({ isco: ['7411'], sourceAgency: 'own', sourceId: 'electricians' });
    await test.settle();
  });

  afterAll(() => test.stop());

  const reportOf = async (by: Caller, draft: object): Promise<SimulationView['report']> => {
    const { body, headers } = await by.post('/v1/simulations', draft).expect(202);
    expect(headers['location']).toBe(`/v1/simulations/${body.id}`);
    await test.settle();
    const { body: done } = await by.get(`/v1/simulations/${body.id}`).expect(200);
    expect(done).toMatchObject({ status: 'finished', percent: 100 });
    return (done as SimulationView).report;
  };
  const stayed = { from: 'proposed', to: 'proposed', decisions: NURSES, people: NURSES };
  const held = { ...stayed, to: 'held-back' };

  it('learns what a longer test would do to vacancies and candidates', async () => {
    const report = await reportOf(road.ministry, { rules: [longerTest] });
    const moves = [{ ...stayed, to: 'waiting' }];
    expect(report?.rows).toEqual([
      { state: 'ES', isco: '2221', vacancies: 1, opened: 0, closed: 1, moves },
    ]);
    expect(report?.total).toMatchObject({ vacancies: 2, closed: 1, peopleMoved: NURSES, moves });
  });

  it('learns from which day candidates would be proposed again', async () => {
    const { moves } = (await reportOf(road.ministry, { rules: [longerTest], on: '2026-12-10' }))
      ?.total ?? { moves: [] };
    expect(moves).toEqual([stayed]);
  });

  it('learns what more or fewer seats would do', async () => {
    const fewer = await reportOf(road.ministry, { seats: [{ quotaId: road.quotaId, more: -10 }] });
    expect(fewer).toMatchObject({
      rows: [{ isco: '2221', closed: 1, moves: [held] }],
      seats: [{ scope: '2221', before: { remaining: 10 }, after: { seats: 0, remaining: 0 } }],
    });
    const more = await reportOf(road.ministry, { seats: [{ quotaId: road.quotaId, more: 500 }] });
    expect(more).toMatchObject({ rows: [], seats: [{ after: { seats: 510, remaining: 510 } }] });
  });

  it('learns, as a partner authority, what a sector pressed from March would do', async () => {
    const named = [aPressedSector({ startsOn: '2027-03-01' })];
    const before = await reportOf(road.authority, { named, on: '2027-02-28' });
    expect(before).toMatchObject({ rows: [], total: { moves: [stayed] } });
    const from = await reportOf(road.authority, { named, on: '2027-03-01' });
    expect(from).toMatchObject({ rows: [{ closed: 1, moves: [held] }], total: { opened: 0 } });
  });

  it('learns what lifting a sector would open, once employers ask again', async () => {
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    await test.settle();
    const report = await reportOf(road.authority, { lifted: [{ pressedSectorId: body.id }] });
    const back = { ...stayed, from: 'held-back' };
    expect(report?.rows).toMatchObject([{ isco: '2221', opened: 1, closed: 0, moves: [back] }]);
    await road.authority.post(`/v1/pressed-sectors/${body.id}/lift`).expect(200);
    await test.settle();
  });

  it('is shown, as the monitor, numbers of ten people or more, but never smaller ones', async () => {
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '5120' })).expect(201);
    const vacancy = await road.publish({ sourceAgency: 'own', sourceId: 'cooks', isco: ['5120'] });
    await road.enter({ occupations: [{ isco: '5120', title: 'Cuisinier', years: 5 }] });
    expect((await road.matches(vacancy)).length).toBe(1);
    const rules = [{ code: 'labour-market-test.eu', parameters: { days: 70 } }];
    const report = await reportOf(monitor, { rules });
    const cooks = report?.rows.find(({ isco }) => isco === '5120');
    expect(cooks?.moves).toContainEqual({
      from: 'proposed',
      to: 'waiting',
      decisions: null,
      people: null,
    });
    const nurses = report?.rows.find(({ isco }) => isco === '2221');
    expect(nurses?.moves).toContainEqual({ ...stayed, to: 'waiting' });
    expect(JSON.stringify(report)).not.toMatch(/"(decisions|people)":[1-9][,}]/);
  });

  it('changes nothing but the report', async () => {
    const kept = (): Promise<unknown> =>
      test.database.as(SYSTEM, (sql) =>
        sql.query(
          `SELECT (SELECT md5(string_agg(m::text, ',' ORDER BY id)) FROM match m) AS matches,
                  (SELECT md5(string_agg(v::text, ',' ORDER BY vacancy_id))
                     FROM vacancy_matching v) AS matched,
                  (SELECT count(*) FROM decision_input) AS inputs,
                  (SELECT count(*) FROM law_rule_version) AS rules`,
        ),
      );
    const before = await kept();
    await reportOf(road.ministry, { rules: [longerTest] });
    expect(await kept()).toEqual(before);
  });

  it('may try only what it may decide', async () => {
    const refused = async (by: Caller, draft: object): Promise<unknown> => {
      const { body } = await by.post('/v1/simulations', draft).expect(403);
      return body.errors?.[0].pointer;
    };
    const french = await test.caller('ministry', 'FR');
    const seats = [{ quotaId: road.quotaId, more: 1 }];
    const union = [{ code: 'labour-market-test.eu', parameters: { days: 1 } }];
    expect(await refused(french, { seats })).toBe('/seats/0/quotaId');
    expect(await refused(road.ministry, { rules: union })).toBe('/rules/0/code');
    expect(await refused(road.ministry, { named: [aPressedSector()] })).toBe('/named');
    expect(await refused(monitor, { seats })).toBe('/seats');
    expect(await refused(road.authority, { rules: union })).toBe('/rules');
    await road.employer.post('/v1/simulations', { rules: union }).expect(403);
    await road.ministry.post('/v1/simulations', {}).expect(400);
    await road.ministry
      .post('/v1/simulations', { rules: [{ code: 'no.such', parameters: {} }] })
      .expect(400);
  });

  it('reads only its own simulations', async () => {
    const { body } = await road.ministry.get('/v1/simulations').expect(200);
    const [first] = body.items as SimulationView[];
    await monitor.get(`/v1/simulations/${first?.id ?? ''}`).expect(404);
    const { body: others } = await (await test.caller('ministry', 'FR')).get('/v1/simulations');
    expect(others.items).toEqual([]);
    await road.ministry.post(`/v1/simulations/${first?.id ?? ''}/cancel`).expect(409);
  });

  it('starts one simulation with one key, however often it asks', async () => {
    const ask = () =>
      road.ministry
        .post('/v1/simulations', { rules: [longerTest] })
        .set('Idempotency-Key', 'draft-1');
    const first = await ask().expect(202);
    const again = await ask().expect(202);
    expect(again.body.id).toBe(first.body.id);
    await test.settle();
  });
});
