import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer with many posts', () => {
  let test: TestApp;
  let road: Road;
  let vacancyId: string;
  let people: string[];

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    people = [await road.enter(), await road.enter(), await road.enter()];
    vacancyId = await road.publish({ positions: 40, startsOn: '2027-03-01', endsOn: '2027-06-30' });
  });

  afterAll(() => test.stop());

  const generic = (known: object) => {
    const agencyId = road.agency.organisationId;
    return road.employer.post('/v1/collective-offers', { vacancyId, agencyId, ...known });
  };

  it('gets as many offers as there are seats, but never fewer than it can use', async () => {
    const { body } = await generic({ posts: 15, atLeast: 12 }).expect(409);
    expect(body.code).toBe('quota-exhausted');
    const { body: part } = await generic({ posts: 15, atLeast: 10 }).expect(201);
    expect(part).toMatchObject({ kind: 'generic', posts: 15, placements: { offered: 10 } });
    await generic({ posts: 10 }).expect(409);
    await generic({ posts: 9 }).expect(400);
  });

  it('is answered post by post, by the agency that names its people', async () => {
    const told = [];
    for (const person of people) told.push(await road.told(person, vacancyId));
    // Every seat is reserved for these very posts, which keeps nobody from filling them.
    expect(told[0]).toMatchObject({
      status: 'held-back',
      why: 'A national offer for Morocco that covers this vacancy is full.',
    });
    const { body: list } = await road.agency.get('/v1/placements?status=offered').expect(200);
    const [one, two, three] = list.items.map(({ id }: { id: string }) => id) as string[];
    const collective = String(list.items[0].collectiveOfferId);
    const answer = (body: object, by = road.agency) =>
      by.post(`/v1/collective-offers/${collective}/answers`, body);
    const [first, second] = told.map((match) => match?.id);
    await answer({ accepted: [{ placementId: one }] }).expect(400);
    const twice = [one, two].map((placementId) => ({ placementId, matchId: first }));
    expect((await answer({ accepted: twice }).expect(409)).body.code).toBe('person-already-placed');
    const { body } = await answer({
      accepted: [
        { placementId: one, matchId: first },
        { placementId: two, matchId: second },
      ],
      refused: [{ placementId: three, reason: 'Nobody left' }],
    }).expect(200);
    expect(body.placements).toEqual({ accepted: 2, offered: 7, refused: 1 });
    const stranger = await test.caller('agency', 'MA');
    await answer({}, stranger).expect(404);
    const { body: all } = await road.employer.get('/v1/collective-offers').expect(200);
    expect(all.items).toEqual([body]);
    expect((await stranger.get('/v1/collective-offers').expect(200)).body.items).toEqual([]);
    const placing = new Placing(road);
    expect(await placing.seats()).toMatchObject({ reserved: 9, remaining: 1 });
  });

  it('is part of the figures that monitors see, if these are over ten people', async () => {
    const monitor = await test.caller('monitor');
    const { body } = await monitor.get('/v1/monitoring/funnel?state=ES&by=quota').expect(200);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({ quotaId: road.quotaId, year: 2027, seats: 10 });
    const figures = body.items[0].steps.map(({ reached }: { reached: number }) => reached);
    expect(figures).toEqual([10, null, null, null, null, null]);
    const { text } = await monitor.get('/v1/monitoring/funnel.csv?year=2027').expect(200);
    expect(text.split('\n')[1]).toBe('ES,MA,2027,,,offer,10,,');
    await road.employer.get('/v1/monitoring/funnel').expect(403);
  });
});
