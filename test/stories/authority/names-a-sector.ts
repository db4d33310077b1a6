import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MatchingWorker } from '../../../src/matching/matching.worker.ts';
import { addDays } from '../../../src/platform/clock/calendar-days.ts';
import { night } from '../../support/application/night.ts';
import { aPressedSector, aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a sector that the partner country names as pressed', () => {
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

  it('takes the matches away, and the reason names the decision', async () => {
    expect(await road.matches(vacancy)).toHaveLength(1);
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    sectorId = String(body.id);
    expect(await road.matches(vacancy)).toEqual([]);
    expect(await road.told(nurse, vacancy)).toMatchObject({
      status: 'held-back',
      why: 'Morocco has listed ISCO 222 as a pressed sector since 2026-11-01: Fewer than ten nurses for 10,000 people.',
    });
  });

  it('applies by what the candidate works in, whatever the vacancy is', async () => {
    const clerk = await road.publish({ title: 'Recepcionista', isco: ['4226'], nace: 'I55.10' });
    const person = await road.enter({
      occupations: [
        { isco: '4226', title: 'Réceptionniste', years: 2 },
        { isco: '2221', title: 'Infirmière', years: 2 },
      ],
    });
    const told = await road.told(person, clerk);
    expect(told?.status).toBe('held-back');
    const codes = told?.verdicts.filter(({ verdict }) => verdict === 'exclude');
    expect(codes?.map(({ rule }) => rule)).toContain('pressed-sector-of-person');
  });

  it('applies, like a cap that is reached, to nationals who are matched by another nationality', async () => {
    const work = { isco: '4226', title: 'Réceptionniste', years: 2 };
    const nationalities = ['MA', 'TN'];
    const both = await road.enter({ nationalities, occupations: [work] });
    const third = await road.enter({ nationalities: ['MA', 'SN'], occupations: [work] });
    const any = aQuota({ scopeScheme: 'any', scopeCode: undefined });
    await road.ministry.post('/v1/quotas', any).expect(201);
    const desk = await road.publish({ title: 'Recepcionista', isco: ['4226'], nace: 'I55.10' });
    const proposed = async () => (await road.matches(desk)).map(({ candidateId }) => candidateId);
    expect(await proposed()).toEqual(expect.arrayContaining([both, third]));
    const tunisia = await test.caller('partner-authority', 'TN');
    await tunisia.post('/v1/pressed-sectors', aPressedSector({ code: '422' })).expect(201);
    expect(await proposed()).not.toContain(both);
    expect((await road.told(both, desk))?.why).toMatch(/^Tunisia has listed ISCO 422/);
    const senegal = await test.caller('partner-authority', 'SN');
    const cap = { isco: '4226', year: 2026, people: 0, effects: ['no-active-matching'] };
    await senegal.post('/v1/outflow-caps', { ...cap, citation: 'Decree' }).expect(201);
    expect(await proposed()).not.toContain(third);
  });

  it('is named, changed and lifted by its own country alone', async () => {
    const tunisia = await test.caller('partner-authority', 'TN');
    await tunisia.post(`/v1/pressed-sectors/${sectorId}/lift`).expect(404);
    await tunisia.put(`/v1/pressed-sectors/${sectorId}`, aPressedSector(), 1).expect(404);
    for (const caller of [road.ministry, road.employer, road.agency, road.admin]) {
      await caller.post('/v1/pressed-sectors', aPressedSector()).expect(403);
    }
  });

  it('revives no old match when it is lifted, but a new run decides again', async () => {
    await road.authority.post(`/v1/pressed-sectors/${sectorId}/lift`).expect(200);
    expect(await road.matches(vacancy)).toEqual([]);
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    const now = await road.matches(vacancy);
    expect(now.map(({ candidateId }) => candidateId)).toContain(nurse);
  });

  it('takes the matches away again when its country renews it after lifting', async () => {
    await road.authority.put(`/v1/pressed-sectors/${sectorId}`, aPressedSector(), 2).expect(200);
    expect(await road.matches(vacancy)).toEqual([]);
  });

  const at = (moment: string): void => {
    test.clock.moveTo(new Date(moment));
  };
  const renew = async (known: object): Promise<void> => {
    const { body } = await road.authority.get(`/v1/pressed-sectors/${sectorId}`).expect(200);
    const path = `/v1/pressed-sectors/${sectorId}`;
    await road.authority.put(path, aPressedSector(known), Number(body.version)).expect(200);
  };

  it.each([
    ['an end that is past', '2026-11-25', { endsOn: '2026-11-23' }],
    ['an end to come', '2026-11-28', { endsOn: '2026-11-29' }],
    ['other work', '2026-12-01', { code: '2212' }],
    ['effects that do not forbid matching', '2026-12-04', { effects: ['no-direct-application'] }],
  ])('revives no old match when its country gives it %s', async (_, day, known) => {
    at(`${day}T12:00:00Z`);
    await renew({});
    expect(await road.matches(vacancy)).toEqual([]);
    at(`${day}T13:00:00Z`);
    await renew(known);
    expect(await road.matches(vacancy)).toEqual([]);
    const later = addDays(day, 2);
    at(`${later}T12:00:00Z`);
    await night(test, MatchingWorker, later);
    expect(await road.matches(vacancy)).toEqual([]);
    expect((await road.told(nurse, vacancy))?.why).toMatch(/^Morocco has listed ISCO 222 as/);
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    expect(await road.matches(vacancy)).not.toEqual([]);
  });

  it('opens by itself on the day after the end that was known when matches were asked for', async () => {
    at('2026-12-10T12:00:00Z');
    await renew({ endsOn: '2026-12-15' });
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    expect(await road.matches(vacancy)).toEqual([]);
    at('2026-12-10T13:00:00Z');
    await road.authority.post(`/v1/pressed-sectors/${sectorId}/lift`).expect(200);
    at('2026-12-15T12:00:00Z');
    await night(test, MatchingWorker, '2026-12-15');
    expect(await road.matches(vacancy)).toEqual([]);
    at('2026-12-16T12:00:00Z');
    await night(test, MatchingWorker, '2026-12-16');
    expect(await road.matches(vacancy)).not.toEqual([]);
  });
});
