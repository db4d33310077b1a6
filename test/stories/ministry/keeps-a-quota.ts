import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a ministry', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  /**
   * Expects that the employer sees the candidate among those who wait only for a seat, but cannot
   * hire them.
   */
  async function expectWaiting(person: string, vacancy: string): Promise<void> {
    const list = `/v1/vacancies/${vacancy}/matches?status=held-back`;
    const { body } = await road.employer.get(list).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ candidateId: person, status: 'held-back', rank: null }),
    ]);
    const [{ id, version }] = body.items as [{ id: string; version: number }];
    const outcome = `/v1/matches/${id}/outcome`;
    const hire = road.employer.put(outcome, { outcome: 'hired' }, version);
    const refused = await hire.set('Accept-Language', 'fr').expect(409);
    expect(refused.body.code).toBe('match-not-proposed');
    expect(refused.body.detail).toMatch(/avec waitIfFull/);
  }

  const entries = (): string => `/v1/quotas/${road.quotaId}/entries`;

  it('stops matching when its quota is full, and resumes it with a seat', async () => {
    const nurse = await road.enter();
    const vacancy = await road.publish();
    expect(await road.matches(vacancy)).toHaveLength(1);

    const taken = { act: 'take', seats: 10, reason: 'Authorised on paper' };
    await road.ministry.post(entries(), taken).expect(201);
    expect(await road.matches(vacancy)).toEqual([]);
    expect(await road.told(nurse, vacancy)).toMatchObject({
      status: 'held-back',
      why: 'A national offer for Morocco that covers this vacancy is full.',
    });
    await expectWaiting(nurse, vacancy);
    const more = road.ministry.post(entries(), { ...taken, seats: 1 });
    const { body } = await more.set('Accept-Language', 'es').expect(409);
    expect(body).toMatchObject({
      code: 'quota-exhausted',
      remaining: 0,
      detail: 'No quedan plazas suficientes: 0. Tome menos.',
    });

    const released = { act: 'release', seats: 1, reason: 'Refused at the consulate' };
    await road.ministry.post(entries(), released).expect(201);
    expect(await road.matches(vacancy)).toHaveLength(1);
  });

  it('keeps a ledger that only grows', async () => {
    const { body } = await road.ministry.get(entries()).expect(200);
    expect(
      body.items.map(({ act, seats }: { act: string; seats: number }) => [act, seats]),
    ).toEqual([
      ['open', 10],
      ['take', 10],
      ['release', 1],
    ]);
  });

  it('changes a national offer only from the version it last read', async () => {
    const quota = `/v1/quotas/${road.quotaId}`;
    const { headers } = await road.ministry.get(quota).expect(200);
    const version = Number(headers['etag']?.replaceAll('"', ''));
    await road.ministry.put(quota, aQuota({ seats: 4 })).expect(428);
    await road.ministry.put(quota, aQuota({ seats: 4 }), version - 1).expect(412);
    const { body } = await road.ministry.put(quota, aQuota({ seats: 4 }), version).expect(200);
    expect(body).toMatchObject({ seats: 4, taken: 9, remaining: 0, overSubscribed: true });
  });

  it('keeps the country of a national offer as long as its seats are taken', async () => {
    const quota = `/v1/quotas/${road.quotaId}`;
    const { version } = (await road.ministry.get(quota).expect(200)).body as { version: number };
    const tunisian = aQuota({ partnerCountry: 'TN' });
    for (const path of [quota, `${quota}?dryRun=true`]) {
      const { body } = await road.ministry.put(path, tunisian, version).expect(409);
      expect(body.code).toBe('seats-of-another-country');
    }
    const { body: unused } = await road.ministry.post('/v1/quotas', aQuota()).expect(201);
    await road.ministry.put(`/v1/quotas/${unused.id}`, tunisian, 1).expect(200);
  });

  it('sees every decision of its own state, and nothing of another', async () => {
    const vacancy = await road.publish({
      languages: [{ code: 'es', level: 'C1', required: true }],
    });
    const unseen = `/v1/vacancies/${vacancy}/matches?status=held-back`;
    expect((await road.employer.get(unseen).expect(200)).body.items).toEqual([]);
    const [decision] = await road.matches(vacancy, road.ministry);
    expect(decision?.verdicts).toContainEqual(
      expect.objectContaining({
        rule: 'language',
        verdict: 'exclude',
        sentence: 'The vacancy requires Spanish C1; B2 is on record.',
      }),
    );
    const france = await test.caller('ministry', 'FR');
    await france.get(`/v1/vacancies/${vacancy}/matches`).expect(404);
    await france.get(`/v1/matches/${decision?.id ?? ''}`).expect(404);
    await france.get(`/v1/quotas/${road.quotaId}`).expect(404);
    const { body } = await france.get('/v1/quotas').expect(200);
    expect(body.items).toEqual([]);
  });
});
