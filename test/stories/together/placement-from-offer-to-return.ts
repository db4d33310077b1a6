import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a placement', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
  });

  afterAll(() => test.stop());

  const offerTo = async (candidateId: string, vacancyId?: string, known = {}): Promise<string> => {
    const vacancy = vacancyId ?? (await road.publish());
    const matchId = await placing.matchOf(vacancy, candidateId);
    const { body } = await placing.offer(matchId, known).expect(201);
    return String(body.id);
  };

  it('goes from an offer to a verified return, and its seat with it', async () => {
    const id = await offerTo(await road.enter());
    const { employer, agency, ministry } = road;
    expect(await placing.seats()).toMatchObject({ reserved: 1, remaining: 9 });
    await placing.go(id, [agency, 'accept'], [ministry, 'authorise', { evidence: 'Permit 7' }]);
    expect(await placing.seats()).toMatchObject({ reserved: 0, confirmed: 1, remaining: 9 });
    await placing.go(id, [agency, 'prepare']);
    await placing.record(agency, id, 'language-training', { hours: 12 }).expect(201);
    await placing.go(id, [ministry, 'issue-visa', { evidence: 'Visa 7' }]);
    test.clock.moveTo(new Date('2027-03-01T12:00:00Z'));
    await placing.go(
      id,
      [ministry, 'enter', { evidence: 'Stamp, Algeciras' }],
      [employer, 'start-work'],
    );
    expect(await placing.seats()).toMatchObject({ confirmed: 0, used: 1, remaining: 9 });
    test.clock.moveTo(new Date('2027-09-10T12:00:00Z'));
    await placing.go(
      id,
      [employer, 'end', { on: '2027-08-31', reason: 'The season is over' }],
      [agency, 'return', { on: '2027-09-03', evidence: 'Consular certificate' }],
    );
    expect(await placing.read(id, road.authority)).toMatchObject({
      status: 'returned',
      returnedOn: '2027-09-03',
    });
    expect(await placing.seats()).toMatchObject({ used: 1, remaining: 9 });
    const { body } = await ministry.get(`/v1/placements/${id}/events`).expect(200);
    const told = body.items.map(({ step, role }: { step: string; role: string }) => [step, role]);
    expect(told).toEqual([
      ['offer', 'employer'],
      ['accept', 'agency'],
      ['authorise', 'ministry'],
      ['prepare', 'agency'],
      ['issue-visa', 'ministry'],
      ['enter', 'ministry'],
      ['start-work', 'employer'],
      ['end', 'employer'],
      ['return', 'agency'],
    ]);
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });

  it('is not offered for a vacancy whose work is over', async () => {
    const vacancy = await road.publish({ endsOn: '2027-08-31' });
    const matchId = await placing.matchOf(vacancy, await road.enter());
    test.clock.moveTo(new Date('2027-09-01T12:00:00Z'));
    const late = await placing.offer(matchId, { startsOn: '2027-09-05', endsOn: '2027-10-31' });
    expect([late.status, late.body.code]).toEqual([409, 'vacancy-over']);
    test.clock.moveTo(new Date('2026-11-24T12:00:00Z'));
  });

  it('is taken further only by an entitled party, in order, with what the step needs', async () => {
    const id = await offerTo(await road.enter());
    const { employer, agency, ministry } = road;
    const refused = async (by: typeof agency, step: string, words = {}): Promise<unknown> =>
      (await placing.step(by, id, step, words)).body.code;
    expect(await refused(employer, 'accept')).toBe('step-not-yours');
    expect(await refused(ministry, 'enter', { evidence: 'x' })).toBe('step-out-of-order');
    expect(await refused(agency, 'refuse')).toBe('validation-failed');
    expect(await refused(agency, 'accept', { on: '2026-11-25' })).toBe('validation-failed');
    expect(await refused(agency, 'accept', { on: '2026-11-23' })).toBe('validation-failed');
    await agency.post(`/v1/placements/${id}/steps`, { step: 'accept' }).expect(428);
    await placing.stepFrom(agency, id, 9, { step: 'accept' }).expect(412);
    const others = [await test.caller('agency', 'MA'), await test.caller('ministry', 'FR')];
    for (const other of others) {
      await other.get(`/v1/placements/${id}`).expect(404);
      await placing.stepFrom(other, id, 1, { step: 'accept' }).expect(404);
    }
    await placing.go(id, [agency, 'withdraw', { reason: 'End of the test' }]);
  });

  it.each([
    ['fr', "Seuls ces acteurs peuvent effectuer l'étape « accept » : agence.", 'dans le futur'],
    ['es', 'Solo estas partes pueden realizar el paso «accept»: agencia.', 'en el futuro'],
    ['ar', 'الخطوة "accept" متاحة لهذه الأطراف فقط: الوكالة.', 'في المستقبل'],
  ])('is refused a step in the language of the caller: %s', async (language, whose, early) => {
    const id = await offerTo(await road.enter());
    const step = (by: typeof road.agency, body: object) =>
      placing.stepFrom(by, id, 1, body).set('Accept-Language', language);
    const refused = await step(road.employer, { step: 'accept' }).expect(403);
    expect(refused.headers['content-language']).toBe(language);
    expect(refused.body).toMatchObject({ code: 'step-not-yours', detail: whose });
    const { body } = await step(road.agency, { step: 'accept', on: '2026-11-25' }).expect(400);
    expect(body.errors).toEqual([
      { pointer: '/on', code: 'date-ahead', detail: expect.stringContaining(early) },
    ]);
    expect(body.detail).toContain(early);
    await placing.go(id, [road.agency, 'withdraw', { reason: 'End of the test' }]);
  });

  it('is offered once, however often the same request is sent', async () => {
    const vacancy = await road.publish();
    const matchId = await placing.matchOf(vacancy, await road.enter());
    const before = await placing.seats();
    const send = () => placing.offer(matchId).set('Idempotency-Key', 'offer-to-one-person');
    const [first, second] = [await send().expect(201), await send().expect(201)];
    expect(second.text).toBe(first.text);
    expect(await placing.seats()).toMatchObject({ reserved: (before['reserved'] ?? 0) + 1 });
    const { body } = await placing.offer(matchId).expect(409);
    expect(body.code).toBe('offered-before');
    await placing.go(String(first.body.id), [road.agency, 'refuse', { reason: 'Other plans' }]);
  });

  it('gives its seat back when it is refused, denied, withdrawn or not answered', async () => {
    const { remaining = 0 } = await placing.seats();
    const { employer, agency, ministry } = road;
    const reason = 'Other plans';
    const ids = [];
    for (let one = 0; one < 4; one += 1) ids.push(await offerTo(await road.enter()));
    const [refused = '', denied = '', withdrawn = '', forgotten = ''] = ids;
    expect(await placing.seats()).toMatchObject({ remaining: remaining - 4 });
    await placing.go(refused, [agency, 'refuse', { reason }]);
    await placing.go(denied, [agency, 'accept'], [ministry, 'deny', { reason }]);
    await placing.go(withdrawn, [agency, 'accept'], [employer, 'withdraw', { reason }]);
    expect(await placing.seats()).toMatchObject({ remaining: remaining - 1 });
    await night(test, PlacementsWorker, '2026-12-08');
    expect((await placing.read(forgotten)).status).toBe('offered');
    for (const on of ['2026-12-09', '2026-12-10']) await night(test, PlacementsWorker, on);
    expect((await placing.read(forgotten)).status).toBe('expired');
    expect(await placing.seats()).toMatchObject({ remaining });
  });

  it('is the only one of a candidate at a time, and accepting it frees the seats of other offers', async () => {
    const person = await road.enter();
    const [chosen, other] = [await offerTo(person), await offerTo(person)];
    const later = await offerTo(person, undefined, {
      startsOn: '2027-09-01',
      endsOn: '2027-11-30',
    });
    const { reserved = 0 } = await placing.seats();
    await placing.go(chosen, [road.agency, 'accept']);
    expect((await placing.read(other)).status).toBe('withdrawn');
    expect(await placing.seats()).toMatchObject({ reserved: reserved - 1 });
    const third = await offerTo(person, undefined, {
      startsOn: '2027-08-31',
      endsOn: '2027-09-05',
    });
    const { status, body } = await placing.step(road.agency, third, 'accept');
    expect([status, body.code]).toEqual([409, 'person-already-placed']);
    await placing.go(later, [road.agency, 'accept']);
    expect((await placing.read(third)).status).toBe('withdrawn');
  });

  it('is accepted once by a candidate who accepts two at the same moment', async () => {
    const person = await road.enter();
    const ids = [await offerTo(person), await offerTo(person)];
    const answers = await Promise.all(
      ids.map((id) => placing.stepFrom(road.agency, id, 1, { step: 'accept' })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412]);
    const statuses = await Promise.all(ids.map(async (id) => (await placing.read(id)).status));
    expect(statuses.toSorted()).toEqual(['accepted', 'withdrawn']);
  });

  it('takes a seat of every national offer that covers it, or none, and freed seats go to those who wait, in order', async () => {
    const { body: all } = await road.ministry
      .post('/v1/quotas', aQuota({ scopeScheme: 'any', scopeCode: undefined, seats: 1 }))
      .expect(201);
    const remaining = async (): Promise<number> =>
      Number((await road.ministry.get(`/v1/quotas/${String(all.id)}`)).body.remaining);
    const people: string[] = [];
    for (let one = 0; one < 5; one += 1) people.push(await road.enter());
    const vacancy = await road.publish({ positions: 10 });
    const matches: string[] = [];
    for (const person of people) matches.push(await placing.matchOf(vacancy, person));
    const before = await placing.seats();
    const { body: first } = await placing.offer(matches[0] ?? '').expect(201);
    expect(await remaining()).toBe(0);
    // The matcher has seen that the national offer is full, and holds the others back for nothing
    // else.
    await test.settle();
    const told = await road.matches(vacancy, road.ministry);
    const others = told.filter(({ id }) => matches.slice(1).includes(id));
    expect(others).toHaveLength(4);
    expect(new Set(others.map(({ status }) => status))).toEqual(new Set(['held-back']));
    const full = await placing.offer(matches[1] ?? '').expect(409);
    expect(full.body.code).toBe('quota-exhausted');
    expect(await placing.seats()).toMatchObject({ reserved: (before['reserved'] ?? 0) + 1 });
    const waiting: string[] = [];
    for (const matchId of matches.slice(2)) {
      const { body } = await placing.offer(matchId, { waitIfFull: true }).expect(201);
      expect(body.status).toBe('waiting');
      waiting.push(String(body.id));
    }
    // A candidate who withdraws consent while waiting gets no seat.
    const seen = await road.agency.get(`/v1/candidates/${people[2] ?? ''}`).expect(200);
    const consents = `/v1/candidates/${people[2] ?? ''}/consents`;
    await road.agency.delete(`${consents}/${String(seen.body.consents[0].id)}`).expect(200);
    await test.settle();
    await placing.go(String(first.id), [road.agency, 'refuse', { reason: 'Ill' }]);
    await test.settle();
    const statuses = [];
    for (const id of waiting) statuses.push((await placing.read(id)).status);
    expect(statuses).toEqual(['waiting', 'offered', 'waiting']);
    expect(await remaining()).toBe(0);
  });
});

describe('a step whose reason is null', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('is taken like a step without a reason, and its seat moves', async () => {
    const road = await openRoad(test);
    const placing = new Placing(road);
    const matchId = await placing.matchOf(await road.publish(), await road.enter());
    const { body } = await placing.offer(matchId).expect(201);
    const id = String(body.id);
    await placing.go(id, [road.agency, 'accept']);
    const { version } = await placing.read(id);
    const step = { step: 'authorise', evidence: 'Permit 8', reason: null };
    await placing.stepFrom(road.ministry, id, version, step).expect(200);
    expect(await placing.seats()).toMatchObject({ confirmed: 1 });
  });
});
