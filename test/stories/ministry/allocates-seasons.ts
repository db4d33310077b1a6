import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  AssignmentView,
  PlaceView,
} from '../../../src/matching/assignment/assignments.dto.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a ministry that allocates places of a later season', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const allocate = async (vacancyId: string): Promise<string> => {
    await test.settle();
    const { body } = await road.ministry
      .post('/v1/matching-runs', { kind: 'allocate', vacancyIds: [vacancyId] })
      .expect(202);
    await test.settle();
    return `/v1/assignments/${String(body.id)}`;
  };

  /** Takes a placement from the offer to a verified return. */
  const work = async (vacancy: string, person: string): Promise<void> => {
    const placing = new Placing(road);
    const goTo = (on: string) => {
      test.clock.moveTo(new Date(`${on}T12:00:00Z`));
    };
    const terms = { startsOn: '2026-12-01', endsOn: '2027-02-28' };
    const offered = await placing.offer(await placing.matchOf(vacancy, person), terms).expect(201);
    const id = String(offered.body.id);
    const [permit, visa] = [{ evidence: 'Permit 7' }, { evidence: 'Visa 7' }];
    await placing.go(id, [road.agency, 'accept'], [road.ministry, 'authorise', permit]);
    await placing.go(id, [road.ministry, 'issue-visa', visa]);
    goTo('2026-12-01');
    await placing.go(id, [road.ministry, 'enter', visa], [road.employer, 'start-work']);
    goTo('2027-03-01');
    const over = { reason: 'The season is over', on: '2027-02-28' };
    await placing.go(id, [road.employer, 'end', over], [road.agency, 'return', visa]);
  };

  it('places a candidate who returned from an earlier season ahead of a higher score', async () => {
    const returned = await road.enter();
    const season = { startsOn: '2026-12-01', endsOn: '2027-02-28' };
    await work(await road.publish({ ...season, sourceId: 'before' }), returned);
    const better = await road.enter({ educationLevel: 8 });
    const next = { positions: 1, startsOn: '2027-10-01', endsOn: '2027-12-31', educationLevel: 8 };
    const vacancy = await road.publish({ ...next, sourceId: 'next' });
    const { body } = await road.ministry.get(`${await allocate(vacancy)}/places`).expect(200);
    const places = body.items as PlaceView[];
    expect(
      places.map(({ candidateId, outcome, returned: ahead }) => [candidateId, outcome, ahead]),
    ).toEqual([
      [returned, 'placed', true],
      [better, 'not-returned', false],
    ]);
    const [first, second] = places.map(({ score }) => score);
    expect(first).toBeLessThan(second ?? 0);
  });

  it('gives out the seats offered for the day the work begins', async () => {
    const later = { startsOn: '2028-01-01', endsOn: '2028-12-31' };
    const { body: offer } = await road.ministry
      .post('/v1/quotas', aQuota({ ...later, seats: 1 }))
      .expect(201);
    const vacancy = await road.publish({ ...later, positions: 5, sourceId: 'later' });
    const { body } = await road.ministry.get(await allocate(vacancy)).expect(200);
    expect((body as AssignmentView).figures).toMatchObject({
      positions: 5,
      applications: 2,
      placed: 1,
      offers: [{ quotaId: offer.id, seats: 1, proposed: 1 }],
    });
  });
});
