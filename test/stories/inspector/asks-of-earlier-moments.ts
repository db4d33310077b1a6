import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aPartnership, aPressedSector, aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const NOON = '2026-11-24T12:00:00Z';
const ONE = '2026-11-24T13:00:00Z';
const TWO = '2026-11-24T14:00:00Z';
const BEFORE = '2026-11-24T11:00:00Z';

interface Listed {
  items: Record<string, unknown>[];
}

describe('an inspector who asks how things stood', () => {
  let test: TestApp;
  let road: Road;
  let monitor: Caller;
  let partnershipId: string;
  let sectorId: string;

  const read = async (path: string, by: Caller = monitor): Promise<unknown> =>
    (await by.get(path).expect(200)).body;
  const itemsOf = async (path: string): Promise<Listed['items']> =>
    ((await read(path)) as Listed).items;
  /** Returns the versions with one field of each, and the hour at which each was recorded. */
  const historyOf = async (path: string, field: string): Promise<unknown[]> => {
    const items = (await itemsOf(`${path}/history`)) as {
      version: number;
      content: Record<string, unknown>;
      recordedAt: string;
    }[];
    return items.map(({ version, content, recordedAt }) => [
      version,
      content[field],
      new Date(recordedAt).getUTCHours(),
    ]);
  };

  const capTerms = {
    isco: '2221',
    year: 2026,
    effects: ['no-active-matching'],
    citation: 'Decree',
  };
  const figure = (workforce: number): object => ({
    isco: '2221',
    year: 2025,
    workforce,
    source: 'Census',
  });

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
    monitor = await test.caller('monitor');
    [partnershipId] = (await itemsOf('/v1/partnerships')).map(({ id }) => String(id)) as [string];
    await road.authority.post('/v1/migration-figures', figure(4_000)).expect(201);
    const { body: cap } = await road.authority
      .post('/v1/outflow-caps', { ...capTerms, sharePerMille: 2.5 })
      .expect(201);
    const { body: sector } = await road.authority
      .post('/v1/pressed-sectors', aPressedSector())
      .expect(201);
    sectorId = String(sector.id);
    test.clock.moveTo(new Date(ONE));
    const partnership = `/v1/partnerships/${partnershipId}`;
    await road.admin.put(partnership, aPartnership({ states: ['FR'] }), 1).expect(200);
    await road.authority.post('/v1/migration-figures', figure(400)).expect(200);
    await road.ministry
      .post(`/v1/quotas/${road.quotaId}/entries`, { act: 'take', seats: 4, reason: 'On paper' })
      .expect(201);
    test.clock.moveTo(new Date(TWO));
    const more = { ...capTerms, people: 50 };
    await road.authority.put(`/v1/outflow-caps/${cap.id}`, more, 1).expect(200);
    const wider = aPressedSector({ code: '22' });
    await road.authority.put(`/v1/pressed-sectors/${sectorId}`, wider, 1).expect(200);
    const agreement = { state: 'ES', people: 2, startsOn: '2026-11-01', endsOn: '2027-10-31' };
    await road.authority
      .post(`/v1/pressed-sectors/${sectorId}/exceptions`, { ...agreement, citation: 'Agreement' })
      .expect(201);
    await road.ministry
      .put(`/v1/quotas/${road.quotaId}`, aQuota({ seats: 6, scopeCode: '22' }), 1)
      .expect(200);
    const left = { state: 'ES', isco: '2221', leftOn: '2026-05-01', reason: 'Register' };
    await road.authority.post('/v1/outflow-entries', { ...left, people: 12 }).expect(201);
  });

  afterAll(() => test.stop());

  it('reads a partnership with the states that took part then', async () => {
    const path = `/v1/partnerships/${partnershipId}`;
    expect(await read(path)).toMatchObject({ states: ['FR'], version: 2 });
    expect(await read(`${path}?asOf=${NOON}`)).toMatchObject({ states: ['ES', 'FR'], version: 1 });
    expect(await itemsOf(`/v1/partnerships?asOf=${NOON}`)).toMatchObject([{ version: 1 }]);
    expect(await historyOf(path, 'states')).toEqual([
      [1, ['ES', 'FR'], 12],
      [2, ['FR'], 13],
    ]);
  });

  it('reads a cap with the limit and the departures that were known then', async () => {
    const standing = async (asOf: string): Promise<unknown> => {
      const [cap] = await itemsOf(`/v1/outflow-caps?asOf=${asOf}`);
      return cap && [cap['version'], cap['limit'], cap['used'], cap['reached']];
    };
    expect(await standing(BEFORE)).toBeUndefined();
    expect(await standing(NOON)).toEqual([1, 10, 0, false]);
    // The workforce was corrected in between: 2.5 per thousand of 400.
    expect(await standing(ONE)).toEqual([1, 1, 0, false]);
    expect(await standing(TWO)).toEqual([2, 50, 10, false]);
    const [cap] = await itemsOf('/v1/outflow-caps');
    expect(await historyOf(`/v1/outflow-caps/${String(cap?.['id'])}`, 'people')).toEqual([
      [1, null, 12],
      [2, 50, 14],
    ]);
    expect(await itemsOf(`/v1/outflow-entries?asOf=${ONE}`)).toEqual([]);
    expect(await itemsOf(`/v1/outflow-entries?asOf=${TWO}`)).toHaveLength(1);
  });

  it('reads the migration profile as it was recorded then', async () => {
    const [then] = await itemsOf(`/v1/migration-figures?partnerCountry=MA&asOf=${NOON}`);
    expect(then).toMatchObject({ workforce: 4_000, version: 1 });
    const [now] = await itemsOf('/v1/migration-figures');
    expect(now).toMatchObject({ workforce: 400, version: 2, id: then?.['id'] });
    expect(await historyOf(`/v1/migration-figures/${String(now?.['id'])}`, 'workforce')).toEqual([
      [1, 4_000, 12],
      [2, 400, 13],
    ]);
  });

  it('reads a sector with the exceptions and figures of that time', async () => {
    const path = `/v1/pressed-sectors/${sectorId}`;
    expect(await read(`${path}?asOf=${NOON}`)).toMatchObject({
      code: '222',
      version: 1,
      exceptions: [],
      figures: [{ workforce: 4_000 }],
    });
    expect(await read(`${path}?asOf=${TWO}`)).toEqual({
      ...((await read(path)) as object),
      createdAt: undefined,
    });
    expect(await itemsOf(`/v1/pressed-sectors?asOf=${ONE}`)).toMatchObject([{ code: '222' }]);
    expect(await itemsOf(`/v1/pressed-sectors?asOf=${BEFORE}`)).toEqual([]);
  });

  it('reads a national offer with its terms and seats of that time', async () => {
    const path = `/v1/quotas/${road.quotaId}`;
    const stand = { seats: 10, scopeCode: '2221' };
    const own = (asOf: string) => read(`${path}?asOf=${asOf}`, road.ministry);
    expect(await own(NOON)).toMatchObject({ ...stand, taken: 0, remaining: 10 });
    expect(await own(ONE)).toMatchObject({ ...stand, outside: 4, remaining: 6 });
    // The monitor sees numbers of people in full tens only.
    expect(await read(`${path}?asOf=${ONE}`)).toMatchObject({
      ...stand,
      outside: 0,
      remaining: 10,
    });
    const now = { seats: 6, scopeCode: '22', remaining: 2 };
    expect(await read(path, road.ministry)).toMatchObject(now);
    expect(await itemsOf(`/v1/quotas?asOf=${ONE}`)).toMatchObject([{ seats: 10, remaining: 10 }]);
    expect(await historyOf(path, 'seats')).toEqual([
      [1, 10, 12],
      [2, 6, 14],
    ]);
  });

  it('reads the terms of both national offers between which seats were moved', async () => {
    const { body: other } = await road.ministry
      .post('/v1/quotas', aQuota({ seats: 1 }))
      .expect(201);
    test.clock.moveTo(new Date('2026-11-24T15:00:00Z'));
    const move = { to: String(other.id), seats: 2, reason: 'More asked for there' };
    await road.ministry.post(`/v1/quotas/${road.quotaId}/moves`, move).expect(201);
    expect(await read(`/v1/quotas/${String(other.id)}?asOf=${TWO}`)).toMatchObject({ seats: 1 });
    expect(await historyOf(`/v1/quotas/${String(other.id)}`, 'seats')).toEqual([
      [1, 1, 14],
      [2, 3, 15],
    ]);
  });

  it('reads what the states of a partnership offered together then', async () => {
    const pooled = aQuota({ partnershipId, seats: 7 });
    const french = await test.caller('ministry', 'FR');
    const { body } = await french.post('/v1/quotas', pooled).expect(201);
    test.clock.moveTo(new Date('2026-11-24T16:00:00Z'));
    await french.put(`/v1/quotas/${body.id}`, { ...pooled, seats: 9 }, 1).expect(200);
    const pool = `/v1/partnerships/${partnershipId}/pool`;
    expect(await read(pool)).toMatchObject({ seats: 9 });
    expect(await read(`${pool}?asOf=2026-11-24T15:00:00Z`)).toMatchObject({ seats: 7 });
    expect(await read(`${pool}?asOf=${NOON}`)).toMatchObject({
      states: [
        { state: 'ES', seats: 0 },
        { state: 'FR', seats: 0 },
      ],
    });
  });

  it('is told that nothing existed yet, and which text is not a moment', async () => {
    await monitor.get(`/v1/partnerships/${partnershipId}?asOf=${BEFORE}`).expect(404);
    await monitor.get(`/v1/quotas/${road.quotaId}?asOf=${BEFORE}`).expect(404);
    for (const asOf of ['2026-11-24', '2026-W48', '2026-02-30T12:00:00Z', '2026-11-24T12:00:00']) {
      const { body } = await monitor.get(`/v1/partnerships?asOf=${asOf}`).expect(400);
      expect(body.errors[0].pointer).toBe('/asOf');
    }
  });

  it('sees no national offer of another state, however early the moment or the version', async () => {
    const french = await test.caller('ministry', 'FR');
    await french.get(`/v1/quotas/${road.quotaId}?asOf=${NOON}`).expect(404);
    await french.get(`/v1/quotas/${road.quotaId}/history`).expect(404);
  });

  it('finds that no version can be deleted, not even by the application itself', async () => {
    const tables = ['partnership', 'outflow_cap', 'migration_figure', 'quota', 'pressed_sector'];
    for (const table of [...tables.map((name) => `${name}_version`), 'sector_exception']) {
      const rewrite = test.database.as(SYSTEM, (sql) => sql.query(`DELETE FROM ${table}`));
      await expect(rewrite).rejects.toThrow(/permission denied/);
    }
  });
});
