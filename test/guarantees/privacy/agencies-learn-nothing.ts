import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Tenant } from '../../../src/platform/database/tenant.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const tables = [
  'candidate_duplicate',
  'candidate_duplicate_decision',
  'candidate_block',
  'identity_secret',
];

describe('a person whom another agency knows too', () => {
  let test: TestApp;
  let road: Road;
  let other: Caller;
  let [mine, theirs, pair] = ['', '', ''];

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    other = await test.caller('agency', 'MA');
    const born = { birthOn: '1992-06-15', phone: '+212 611 22 33 44' };
    mine = await road.enter({ ...born, givenName: 'Hajar', familyName: 'Berrada' });
    theirs = await road.enter(
      { ...born, givenName: 'Hager', familyName: 'Barrada', reference: 'THEIRS-77' },
      other,
    );
    await test.settle();
    const { body } = await road.authority.get('/v1/candidates/duplicates').expect(200);
    pair = String(body.items[0].id);
  });

  afterAll(() => test.stop());

  /** Everything that the agency can ask about its person. */
  const answers = async (): Promise<Record<string, unknown>[]> => {
    const paths = ['', '/matches', '/unlocks'].map((path) => `/v1/candidates/${mine}${path}`);
    const all: Record<string, unknown>[] = [];
    for (const path of [...paths, '/v1/candidates', '/v1/candidates/duplicates']) {
      const { body } = await road.agency.get(path).expect(200);
      all.push(body as Record<string, unknown>);
    }
    return all;
  };

  const counts = (tenant: Tenant) =>
    test.database.as(tenant, async (sql) => {
      const all: number[] = [];
      for (const table of tables) {
        const rows = await sql.query<unknown[]>(`SELECT * FROM ${table}`);
        all.push(rows.length);
      }
      return all;
    });

  const tenant = (role: Tenant['role'], organisationId: string | null, country: string | null) =>
    ({ role, organisationId, country }) satisfies Tenant;

  it('is unknown as such to an agency until the authority decides, which then learns only that there is a duplicate', async () => {
    const [before, ...rest] = await answers();
    expect(before?.['hasDuplicate']).toBe(false);
    await road.authority
      .post(`/v1/candidates/duplicates/${pair}/merge`, { survivorId: mine })
      .expect(200);
    await test.settle();
    const [after, ...later] = await answers();
    expect(after).toEqual({ ...before, hasDuplicate: true });
    expect(later.at(-1)).toEqual(rest.at(-1));
    const told = JSON.stringify([after, later]);
    for (const secret of [theirs, pair, other.organisationId, 'THEIRS-77', 'Barrada', 'Hager'])
      expect(told).not.toContain(secret);
    const { body } = await other.get(`/v1/candidates/${theirs}`).expect(200);
    expect(body.hasDuplicate).toBe(true);
    expect(JSON.stringify(body)).not.toContain(mine);
  });

  it('forms a pair that no agency, and no authority but its own, can see or decide on', async () => {
    const abroad = await test.caller('partner-authority', 'TN');
    for (const caller of [road.agency, other, abroad]) {
      const path = `/v1/candidates/duplicates/${pair}`;
      await caller.get(path).expect(404);
      await caller.post(`${path}/undo`).expect(404);
      await caller.post(`${path}/dismiss`).expect(404);
      await caller.post(`${path}/merge`, { survivorId: mine }).expect(404);
    }
    for (const caller of [road.ministry, road.employer, road.admin, await test.caller('monitor')])
      await caller.get('/v1/candidates/duplicates').expect(403);
  });

  it('is shown as a pair to its authority only, by row security alone, and keys and secrets to nobody', async () => {
    const strangers = [
      tenant('agency', road.agency.organisationId, 'MA'),
      tenant('agency', other.organisationId, 'MA'),
      tenant('partner-authority', other.organisationId, 'TN'),
      tenant('ministry', road.ministry.organisationId, 'ES'),
      tenant('employer', road.employer.organisationId, null),
      tenant('monitor', null, null),
      tenant('admin', road.admin.organisationId, null),
    ];
    for (const stranger of strangers) expect(await counts(stranger)).toEqual([0, 0, 0, 0]);
    const authority = tenant('partner-authority', road.authority.organisationId, 'MA');
    expect(await counts(authority)).toEqual([1, 1, 0, 0]);
    const people = await test.database.as(authority, (sql) =>
      sql.query<unknown[]>('SELECT FROM candidate'),
    );
    expect(people).toEqual([]);
  });

  it('has keys that are hashes under a secret, so that no name, date or number can be read from them', async () => {
    const system = tenant('system', null, null);
    const keys = await test.database.as(system, (sql) =>
      sql.query<{ key: string }[]>('SELECT key FROM candidate_block WHERE candidate_id = $1', [
        mine,
      ]),
    );
    expect(keys.length).toBeGreaterThan(3);
    for (const { key } of keys) expect(key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('cannot be sounded out by inventing so many people with their passport that one more is too many', async () => {
    const documents = ['passport:SOUNDED-17'];
    const unborn = { birthOn: undefined, documents };
    await road.enter({ ...unborn, familyName: 'Tazi' }, other);
    const invented = Array.from({ length: 98 }, (_, number) => {
      const familyName = `${String.fromCharCode(98 + (number % 24))}o${number}`;
      return aCandidate({ ...unborn, givenName: familyName, familyName });
    });
    await importFile(test, road.agency, JSON.stringify(invented));
    const twins: string[] = [];
    for (const familyName of ['Sounder', 'Sounder'])
      twins.push(await road.enter({ ...unborn, givenName: 'Selma', familyName }));
    await test.settle();
    const pair = await test.database.as(tenant('agency', road.agency.organisationId, 'MA'), (sql) =>
      sql.query<unknown[]>(
        'SELECT FROM candidate_duplicate WHERE one_id = ANY ($1) AND other_id = ANY ($1)',
        [twins],
      ),
    );
    expect(pair).toHaveLength(1);
  });
});
