import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPartnership, aPressedSector } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

interface Told {
  status: string;
  waitUntilOn: string | null;
  decidedOn: string;
  asOf: string | null;
  decisive: { rule: string; sentence: string }[];
}

const pressed = ['pressed-sector-of-vacancy', 'pressed-sector-of-person'];

describe('a ministry that asks about a decision again', () => {
  let test: TestApp;
  let road: Road;
  let nurse: string;
  let vacancy: string;
  let path: string;
  let sector: string;
  let partnership: string;

  const told = async (query: string, by: Caller = road.ministry): Promise<Told> =>
    (await by.get(`${path}?${query}`).expect(200)).body as Told;
  /** Returns the status, and the rules that decide it. */
  const outcome = async (query: string): Promise<string[]> => {
    const { status, decisive } = await told(query);
    return [status, ...decisive.map(({ rule }) => rule)];
  };

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    nurse = await road.enter();
    vacancy = await road.publish();
    const match = await road.told(nurse, vacancy);
    expect(match?.status).toBe('proposed');
    path = `/v1/matches/${match?.id ?? ''}/explanation`;
    test.clock.moveTo(new Date('2026-11-24T13:00:00Z'));
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    sector = `/v1/pressed-sectors/${body.id}`;
    expect((await road.told(nurse, vacancy))?.status).toBe('held-back');
    test.clock.moveTo(new Date('2026-11-24T14:00:00Z'));
    const [agreed] = (await road.admin.get('/v1/partnerships').expect(200)).body.items;
    partnership = `/v1/partnerships/${agreed.id}`;
    await road.admin.put(partnership, aPartnership({ status: 'suspended' }), 1).expect(200);
    expect((await road.told(nurse, vacancy))?.status).toBe('held-back');
  });

  afterAll(() => test.stop());

  it('reads what is stored, as long as it names no day and no moment', async () => {
    const { status, decidedOn, asOf } = await told('');
    expect([status, decidedOn, asOf]).toEqual(['held-back', '2026-11-24', null]);
    expect(await outcome('')).toEqual(['held-back', ...pressed, 'partnership-in-force']);
  });

  it('reads how it came out by what was known at each moment', async () => {
    expect(await outcome('asOf=2026-11-24T12:30:00Z')).toEqual(['proposed']);
    expect(await outcome('asOf=2026-11-24T13:30:00Z')).toEqual(['held-back', ...pressed]);
    const later = 'asOf=2026-11-24T14:00:00Z';
    expect(await outcome(later)).toEqual(await outcome(''));
    expect((await told(later)).asOf).toBe('2026-11-24T14:00:00Z');
  });

  it('reads how it would have come out on another day', async () => {
    const known = 'asOf=2026-11-24T13:30:00Z';
    // Before the sector was pressed, and before the vacancy had been advertised for long enough.
    expect(await outcome(`on=2026-10-30&${known}`)).toEqual(['proposed']);
    expect(await told(`on=2026-10-05&${known}`)).toMatchObject({
      status: 'waiting',
      waitUntilOn: '2026-10-15',
      decidedOn: '2026-10-05',
      decisive: [{ rule: 'labour-market-test' }],
    });
    // After the consent, given for a year, has run out.
    expect(await outcome(`on=2027-09-02&${known}`)).toContain('consent');
  });

  it('changes nothing by asking', async () => {
    const before = await road.matches(vacancy, road.ministry);
    await told('on=2026-10-05&asOf=2026-11-24T12:30:00Z');
    expect(await road.matches(vacancy, road.ministry)).toEqual(before);
  });

  it('shares the answer with those who may see the decision, in their language', async () => {
    const asked = 'asOf=2026-11-24T13:30:00Z';
    const letter = await told(`${asked}&language=fr&audience=candidate`, road.agency);
    expect(letter.decisive[0]?.sentence).toMatch(/Maroc/);
    const french = await test.caller('ministry', 'FR');
    await french.get(`${path}?${asked}`).expect(404);
    const { body } = await road.ministry.get(`${path}?asOf=yesterday`).expect(400);
    expect(body.errors[0].pointer).toBe('/asOf');
  });

  it('reads what was left of an exception, counted by the sector as it was named then', async () => {
    test.clock.moveTo(new Date('2026-11-24T15:00:00Z'));
    await road.admin.put(partnership, aPartnership(), 2).expect(200);
    const agreement = { state: 'ES', people: 2, startsOn: '2026-11-01', endsOn: '2027-10-31' };
    const exception = { ...agreement, citation: 'Agreement with Spain' };
    await road.authority.post(`${sector}/exceptions`, exception).expect(201);
    // Midwives, who belong to the sector as long as it covers nurses and midwives.
    const left = { state: 'ES', isco: '2222', leftOn: '2026-11-10', people: 2, reason: 'Register' };
    await road.authority.post('/v1/outflow-entries', left).expect(201);
    expect((await road.told(nurse, vacancy))?.status).toBe('held-back');
    test.clock.moveTo(new Date('2026-11-24T16:00:00Z'));
    await road.authority.put(sector, aPressedSector({ code: '2221' }), 1).expect(200);
    expect((await road.told(nurse, vacancy))?.status).toBe('proposed');
    expect(await outcome('asOf=2026-11-24T15:30:00Z')).toEqual(['held-back', ...pressed]);
    expect(await outcome('asOf=2026-11-24T16:00:00Z')).toEqual(['proposed']);
  });

  it('reads the same of an earlier moment before and after vacancies are decided again', async () => {
    const at = (hour: number): void => {
      test.clock.moveTo(new Date(`2026-11-24T${hour}:00:00Z`));
    };
    const between = () => outcome('asOf=2026-11-24T18:30:00Z');
    at(17);
    const { body } = await road.authority.post('/v1/pressed-sectors', aPressedSector()).expect(201);
    expect((await road.told(nurse, vacancy))?.status).toBe('held-back');
    at(18);
    await road.authority.post(`/v1/pressed-sectors/${body.id}/lift`).expect(200);
    at(19);
    // No run has been asked for since the sector was lifted.
    expect(await between()).toEqual(['held-back', ...pressed]);
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    expect((await road.told(nurse, vacancy))?.status).toBe('proposed');
    at(20);
    expect(await between()).toEqual(['held-back', ...pressed]);
    expect(await outcome('asOf=2026-11-24T19:00:00Z')).toEqual(['proposed']);
  });
});
