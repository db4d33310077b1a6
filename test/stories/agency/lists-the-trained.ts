import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { putJob } from '../../../src/platform/queue/outbox.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an agency that trains people for work abroad', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const course = (candidateIds: string[], known: object = {}): object => ({
    name: 'Nursing in Spanish hospitals, Rabat 2026',
    state: 'ES',
    isco: '222',
    hours: 120,
    trainedOn: '2026-10-31',
    validUntilOn: '2028-10-31',
    candidateIds,
    ...known,
  });

  it('lists them, so that employers know whom of the proposed people to ask first', async () => {
    const [trained, other] = [await road.enter(), await road.enter()];
    const vacancy = await road.publish();
    const shown = (await road.matches(vacancy)).map(({ candidateId }) => candidateId);
    expect(shown.toSorted()).toEqual([trained, other].toSorted());
    const { body: list } = await road.agency
      .post('/v1/trained-lists', course([trained]))
      .expect(201);
    await road.agency.post('/v1/trained-lists', course([other], { state: 'FR' })).expect(201);
    await road.agency.post('/v1/trained-lists', course([other], { isco: '9211' })).expect(201);
    const path = `/v1/vacancies/${vacancy}/trained`;
    const { body } = await road.employer.get(path).expect(200);
    expect(body.items).toEqual([
      expect.objectContaining({ candidateId: trained, listId: list.id, hours: 120 }),
    ]);
    const stranger = await test.caller('employer', 'ES');
    await stranger.get(path).expect(409);
    // The consent has ended, which the decisions follow in the night.
    test.clock.moveTo(new Date('2027-09-01T12:00:00Z'));
    expect((await road.employer.get(path).expect(200)).body.items).toEqual([]);
    const why = `/v1/matches/${String(body.items[0].matchId)}/explanation`;
    await road.employer.get(why).expect(404);
    await road.agency.get(why).expect(200);
    test.clock.moveTo(new Date('2028-11-01T12:00:00Z'));
    expect((await road.employer.get(path).expect(200)).body.items).toEqual([]);
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });

  it('sees them before others of their tier from then on, as long as the list is valid', async () => {
    const beginner = [{ isco: '2221', title: 'Infirmière', years: 0 }];
    const [able, trained] = [
      await road.enter(),
      await road.enter({ occupations: beginner, educationLevel: 4 }),
    ];
    const vacancy = await road.publish({ experience: [{ years: 3 }], educationLevel: 6 });
    const order = async (): Promise<(string | null)[][]> =>
      (await road.matches(vacancy))
        .filter(({ candidateId }) => [able, trained].includes(candidateId))
        .map(({ candidateId, precedence }) => [candidateId, precedence]);
    expect(await order()).toEqual([
      [able, null],
      [trained, null],
    ]);
    const until = { validUntilOn: '2026-12-31' };
    await road.agency.post('/v1/trained-lists', course([trained], until)).expect(201);
    expect(await order()).toEqual([
      [trained, 'trained'],
      [able, null],
    ]);
    const [first] = (await road.matches(vacancy)).filter((one) => one.candidateId === trained);
    expect(first?.why).toContain(
      'trained for this work, so ahead of others in the preference group',
    );
    test.clock.moveTo(new Date('2027-01-01T12:00:00Z'));
    await test.database.as(SYSTEM, async (sql) => {
      await putJob(sql, 'matching.nightly', { on: '2027-01-01' });
    });
    expect(await order()).toEqual([
      [able, null],
      [trained, null],
    ]);
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });

  it('lists only its own people, and nobody else sees who they are', async () => {
    const elsewhere = await test.caller('agency', 'TN');
    const person = await road.enter();
    const { body } = await elsewhere.post('/v1/trained-lists', course([person])).expect(400);
    expect(body.errors[0]).toMatchObject({ pointer: '/candidateIds', code: 'unknown-candidates' });
    const { body: seen } = await road.employer.get('/v1/trained-lists').expect(200);
    expect(JSON.stringify(seen)).not.toContain(person);
    expect((await elsewhere.get('/v1/trained-lists').expect(200)).body.items).toEqual([]);
    const path = `/v1/trained-lists/${seen.items[0].id}`;
    expect((await road.employer.get(path).expect(200)).body).toEqual(seen.items[0]);
    expect((await elsewhere.get(path).expect(404)).body.code).toBe('trained-list-not-found');
  });
});
