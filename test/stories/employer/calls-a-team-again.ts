import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const terms = { startsOn: '2027-05-01', endsOn: '2027-09-30' };
const hand = { occupations: [{ isco: '9211', title: 'Recolector', years: 3 }] };

describe('an employer that calls its team of last season', () => {
  let test: TestApp;
  let road: Road;
  let placing: Placing;
  let quotaId: string;
  /** Last season's vacancy and this season's, with four positions each. */
  let last: string;
  let next: string;
  let team: string[];

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    const seats = aQuota({ scopeCode: '9211', seats: 20, endsOn: '2030-12-31' });
    quotaId = String((await road.ministry.post('/v1/quotas', seats).expect(201)).body.id);
    team = [];
    for (let one = 0; one < 4; one += 1) team.push(await road.enter(hand));
    const farm = { positions: 4, isco: ['9211'], nace: 'A01.25', languages: [] };
    last = await road.publish({ ...farm, endsOn: '2027-12-31' });
    for (const id of await offerAll(last)) await finish(id);
    goTo('2027-03-02');
    next = await road.publish({ ...farm, startsOn: '2027-05-01', endsOn: '2027-12-31' });
  }, 120_000);

  afterAll(() => test.stop());

  const goTo = (on: string): void => {
    test.clock.moveTo(new Date(`${on}T12:00:00Z`));
  };
  const offerAll = async (vacancy: string): Promise<string[]> => {
    const ids: string[] = [];
    for (const person of team) {
      const match = await placing.matchOf(vacancy, person);
      const dates = { startsOn: '2026-12-01', endsOn: '2027-02-28' };
      ids.push(String((await placing.offer(match, dates).expect(201)).body.id));
    }
    return ids;
  };
  /** Takes a placement from the offer to a verified return. */
  const finish = async (id: string): Promise<void> => {
    const { agency, employer, ministry } = road;
    goTo('2026-11-24');
    await placing.go(
      id,
      [agency, 'accept'],
      [ministry, 'authorise', { evidence: 'Permit' }],
      [ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    goTo('2027-03-01');
    await placing.go(
      id,
      [ministry, 'enter', { evidence: 'Stamp', on: '2026-12-01' }],
      [employer, 'end', { reason: 'The season is over', on: '2027-02-28' }],
      [agency, 'return', { evidence: 'Consular certificate' }],
    );
  };
  const call = async (candidateIds?: string[], known: object = {}): Promise<string[]> => {
    const asked = { vacancyId: next, lastVacancyId: last, candidateIds, ...terms, ...known };
    const { body } = await road.employer.post('/v1/call-ups', asked).expect(201);
    return (body.items as { outcome: string }[]).map(({ outcome }) => outcome);
  };

  it('offers the positions that are left to those who have no offer yet', async () => {
    const ids: string[] = [];
    for (const person of team.slice(0, 2)) {
      const match = await placing.matchOf(next, person);
      ids.push(String((await placing.offer(match, terms).expect(201)).body.id));
    }
    const all = ['offered-before', 'offered-before', 'offered', 'offered'];
    expect((await call()).toSorted()).toEqual(all.toSorted());
    await placing.go(ids[0] ?? '', [road.agency, 'refuse', { reason: 'No' }]);
    await test.settle();
    // A candidate who declined is offered nothing again, as with an offer to them alone.
    expect(await call(team.slice(0, 1))).toEqual(['match-settled']);
  });

  it('may not hold it against a person that they left in breach, even if it recorded an end first', async () => {
    const person = await road.enter(hand);
    team.push(person);
    const dates = { startsOn: '2027-03-10', endsOn: '2027-04-10' };
    const { body } = await placing.offer(await placing.matchOf(last, person), dates).expect(201);
    const id = String(body.id);
    const { agency, employer, ministry } = road;
    await placing.go(
      id,
      [agency, 'accept'],
      [ministry, 'authorise', { evidence: 'Permit' }],
      [ministry, 'issue-visa', { evidence: 'Visa' }],
    );
    goTo('2027-03-10');
    await placing.go(id, [ministry, 'enter', { evidence: 'Stamp' }]);
    await placing.go(id, [employer, 'end', { reason: 'Ran away' }]);
    goTo('2027-03-20');
    const breach = { reason: 'No wages', evidence: 'Report of the inspectorate' };
    await placing.go(id, [agency, 'leave-in-breach', breach]);
    expect(await placing.read(id)).toMatchObject({
      status: 'ended',
      statusOn: '2027-03-10',
      endsOn: '2027-03-10',
      employerBreach: true,
    });
    await placing.go(id, [ministry, 'abandon', { reason: 'Not seen', evidence: 'Report' }]);
    expect(await call([person])).toEqual(['offered']);
  });

  it('may let people wait if no seat is left, and knows them by ids in capitals too', async () => {
    const { items } = (await road.employer.get('/v1/placements?status=offered&limit=200')).body;
    const person = team[3] ?? '';
    const { id } = items.find((one: { candidateId: string }) => one.candidateId === person);
    await placing.go(id, [road.employer, 'withdraw', { reason: 'Fewer strawberries' }]);
    await test.settle();
    const path = `/v1/quotas/${quotaId}`;
    const seats = Number((await road.ministry.get(path).expect(200)).body.remaining);
    const taken = { act: 'take', seats, reason: 'Paper' };
    await road.ministry.post(`${path}/entries`, taken).expect(201);
    await test.settle();
    expect(await call([person])).toEqual(['quota-exhausted']);
    expect(await call([person.toUpperCase()], { waitIfFull: true })).toEqual(['waiting']);
  });
});
