import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { type OrganisationRole, SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aCandidate, aPressedSector, aQuota, aVacancy } from '../../support/worlds/builders.ts';
import { Placing } from '../../support/callers/placing.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { openTablesOf, tablesWith } from '../../support/callers/open-tables.ts';
import { roleMatrix } from '../../support/callers/role-matrix.ts';
import { NOBODY } from '../../support/callers/odd-values.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** Facts about the candidate that only the candidate and their agency may read. */
const SECRETS = ['Benjelloun-Secret', 'REF-SECRET', '1991-02-03', 'AB998877'] as const;

/**
 * Kinds of objects that one organisation makes, and that others see only if they are party to them.
 */
const ALONE = [
  'candidates', 'vacancies', 'matches', 'evidence-packs', 'placements', 'collective-offers', 'matching-runs',
  'simulations', 'wording-appeals', 'candidates/imports', 'vacancies/imports', 'exchange-sources',
]; // prettier-ignore

/**
 * What everybody, or everybody in the country, may read on purpose, because it names no person; and
 * below, what the monitor oversees.
 */
const open = new Set([
  'GET /v1/allocation-rounds/{id}', 'GET /v1/assignments/{id}', 'GET /v1/partnerships/{id}',
  'GET /v1/partnerships/{id}/history', 'GET /v1/partnerships/{id}/pool', 'GET /v1/pressed-sectors/{id}',
  'GET /v1/pressed-sectors/{id}/history', 'GET /v1/migration-figures/{id}/history',
  'GET /v1/outflow-caps/{id}', 'GET /v1/outflow-caps/{id}/history', 'GET /v1/home-vacancies/{id}',
]); // prettier-ignore
const openTo: Partial<Record<OrganisationRole, RegExp>> = {
  monitor: /\/v1\/(quotas|exchange-sources)\b/,
};

const cap = { people: 50, isco: '9', year: 2027, effects: ['no-active-matching'], citation: 'Act' };
const consent = {
  purpose: 'matching',
  sections: ['skills'],
  countries: ['ES'],
  givenOn: '2026-09-01',
};
const exception = {
  state: 'ES',
  people: 1,
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  citation: 'Act',
};

/** Well-formed bodies, so that a request can be refused only because of who owns the object. */
const bodies: Record<string, object> = {
  'PUT /v1/candidates/{id}': aCandidate(),
  'POST /v1/candidates/{id}/consents': consent,
  'PUT /v1/matches/{id}/outcome': { outcome: 'invited' },
  'POST /v1/collective-offers/{id}/answers': { refused: [] },
  'POST /v1/placements/{id}/steps': { step: 'withdraw', reason: 'None' },
  'POST /v1/placements/{id}/records': { kind: 'accommodation', happenedOn: '2026-11-24', evidence: 'x' },
  'PUT /v1/pressed-sectors/{id}': aPressedSector(),
  'POST /v1/pressed-sectors/{id}/exceptions': exception,
  'PUT /v1/outflow-caps/{id}': cap,
  'PUT /v1/vacancies/{id}': aVacancy(),
  'POST /v1/vacancies/{id}/advertising': { channel: 'pes', fromOn: '2026-10-01' },
  'PUT /v1/quotas/{id}': aQuota(),
  'POST /v1/quotas/{id}/entries': { act: 'take', seats: 1, reason: 'Ours' },
  'POST /v1/quotas/{id}/moves': { to: NOBODY, seats: 1, reason: 'Ours' },
  'POST /v1/candidates/duplicates/{id}/merge': { survivorId: NOBODY },
  'POST /v1/vacancies/duplicates/{id}/merge': { survivorId: NOBODY },
  'PUT /v1/exchange-sources/{id}': { name: 'Ours', address: 'https://example.org/' },
  'PUT /v1/exchange-sources/{id}/paused': { paused: true },
  'PUT /v1/wording-appeals/{id}/decision': { status: 'accepted', decision: 'Ours' },
  'POST /v1/organisations/{id}/api-keys': { label: 'Ours' },
}; // prettier-ignore

describe('a stranger of any role', () => {
  let test: TestApp;
  let road: Road;
  let strangers: ReadonlyMap<OrganisationRole, readonly Caller[]>;
  /** The ids of what was made, by the path they are under. */
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    strangers = new Map([
      ['employer', [await test.caller('employer', 'ES'), await test.caller('employer', 'FR')]],
      ['agency', [await test.caller('agency', 'MA'), await test.caller('agency', 'TN')]],
      ['ministry', [await test.caller('ministry', 'FR')]],
      ['partner-authority', [await test.caller('partner-authority', 'TN')]],
      ['monitor', [await test.caller('monitor')]],
    ]);
    await makeEverything();
  }, 120_000);

  afterAll(() => test.stop());

  async function made(by: Caller, path: string, body?: object): Promise<string> {
    const answer = await by.post(`/v1/${path}`, body ?? {});
    expect([path, answer.status, answer.status < 300 ? null : answer.body]).toEqual([
      path,
      answer.status,
      null,
    ]);
    return String(answer.body.id);
  }

  async function makeEverything(): Promise<void> {
    const { employer, agency, ministry, authority, quotaId } = road;
    const [familyName, reference, birthOn, paper] = SECRETS;
    const named = { familyName, reference, birthOn, documents: [`passport:${paper}`] };
    const person = await road.enter(named);
    const shown = { fromOn: '2026-10-01', adId: 'AD-17' };
    const advertising = (['pes', 'eures'] as const).map((channel) => ({ channel, ...shown }));
    const vacancy = await road.publish({ positions: 20, advertising });
    const match = await new Placing(road).matchOf(vacancy, person);
    Object.assign(ids, { candidates: person, vacancies: vacancy, matches: match, quotas: quotaId });
    ids['evidence-packs'] = await made(employer, `matches/${match}/evidence-packs`);
    ids['placements'] = await made(employer, 'placements', {
      matchId: match,
      startsOn: '2027-03-01',
      endsOn: '2027-08-31',
    });
    ids['collective-offers'] = await made(employer, 'collective-offers', {
      vacancyId: vacancy,
      agencyId: agency.organisationId,
      posts: 10,
      startsOn: '2027-03-01',
      endsOn: '2027-08-31',
    });
    ids['matching-runs'] = await made(employer, 'matching-runs');
    ids['assignments'] = await made(employer, 'matching-runs', { kind: 'allocate' });
    ids['simulations'] = await made(ministry, 'simulations', { seats: [{ quotaId, more: 1 }] });
    ids['pressed-sectors'] = await made(
      authority,
      'pressed-sectors',
      aPressedSector({ code: '9' }),
    );
    ids['outflow-caps'] = await made(authority, 'outflow-caps', cap);
    ids['migration-figures'] = await made(authority, 'migration-figures', {
      isco: '9',
      year: 2026,
      workforce: 100,
      source: 'Census',
    });
    ids['wording-appeals'] = await made(employer, 'wording-appeals', {
      state: 'ES',
      phrase: 'Solo mujeres',
      ground: 'sex',
      reason: 'A shelter',
    });
    const line = { ref: 'AM1', date: '24/11/2026', titre: 'Infirmier polyvalent', nb: 1 };
    const { body } = await agency.post('/v1/home-vacancies', { items: [line] }).expect(201);
    ids['home-vacancies'] = String(body.items[0].vacancy.id);
    ids['candidates/imports'] = await made(agency, 'candidates/imports', [] as object);
    ids['vacancies/imports'] = await made(employer, 'vacancies/imports', [] as object);
    ids['organisations'] = employer.organisationId;
    const source = { name: 'Service', address: 'https://example.org/' };
    ids['exchange-sources'] = await made(ministry, 'exchange-sources', source);
    const { body: partnerships } = await road.admin.get('/v1/partnerships').expect(200);
    ids['partnerships'] = String(partnerships.items[0].id);
    ids['allocation-rounds'] = await made(ministry, 'allocation-rounds', {
      quotaId,
      mode: 'lottery',
      opensOn: '2026-12-01',
      closesOn: '2026-12-15',
      citation: 'Order',
    });
    await test.settle();
  }

  /**
   * The path of an operation on our object, or on an id that does not exist if nothing of that kind
   * is made here.
   */
  function pathOf(template: string): string {
    const kind = /^\/v1\/(.+?)\/\{id\}/.exec(template)?.[1] ?? '';
    return template.replace(/\{\w+\}/g, ids[kind] ?? NOBODY);
  }

  const asked = roleMatrix.filter(
    ({ operation, roles }) => roles && !operation.endsWith('/progress'),
  );
  const ofOne = asked.filter(({ operation }) => operation.includes('{id}'));
  const reading = asked.filter(({ operation }) => operation.startsWith('GET '));

  async function send(by: Caller, operation: string): Promise<request.Response> {
    const [method = '', template = ''] = operation.split(' ');
    const http = request(await test.app.getUrl());
    const sent = http[method.toLowerCase() as 'post'](pathOf(template))
      .auth(by.key, { type: 'bearer' })
      .set('If-Match', '"1"');
    if (operation.endsWith('/content')) return sent.set('Content-Range', 'bytes 0-0/1').send('x');
    return method === 'GET' ? sent : sent.send(bodies[operation] ?? {});
  }

  it.each(ofOne)('can neither change nor read what is ours: $operation', async (row) => {
    const { operation, roles } = row;
    for (const role of roles ?? [])
      for (const stranger of strangers.get(role) ?? []) {
        const { status, text } = await send(stranger, operation);
        for (const secret of SECRETS) expect(text).not.toContain(secret);
        const isEmpty = status === 200 && /^\{"items":\[\]/.test(text);
        const isOpen = isEmpty || open.has(operation) || openTo[role]?.test(operation) === true;
        const isFine = [403, 404, 409].includes(status) || (isOpen && status < 300);
        expect([role, status, isFine]).toEqual([role, status, true]);
      }
  });

  it.each(reading)(
    'finds in no list what is ours alone: $operation',
    async ({ operation, roles }) => {
      for (const role of open.has(operation) ? [] : (roles ?? [])) {
        const told = openTo[role]?.test(operation) ? [] : (strangers.get(role) ?? []);
        for (const stranger of told) {
          const { status, text } = await send(stranger, operation);
          expect(status).toBeLessThan(500);
          const given = ALONE.filter((kind) => status < 400 && text.includes(ids[kind] ?? ''));
          expect([role, given]).toEqual([role, []]);
        }
      }
    },
  );

  it.each(reading)(
    'cannot, even as an organisation concerned, read who the candidate is: $operation',
    async (row) => {
      const { employer, ministry, authority, admin } = road;
      const monitor = strangers.get('monitor')?.[0];
      const concerned = { employer, ministry, 'partner-authority': authority, admin, monitor };
      for (const role of row.roles ?? []) {
        const by = role === 'agency' ? undefined : concerned[role];
        if (!by) continue;
        const { status, text } = await send(by, row.operation);
        expect(status).toBeLessThan(500);
        for (const secret of SECRETS) expect([role, text.includes(secret)]).toEqual([role, false]);
      }
    },
  );

  it.each(['employer', 'agency', 'ministry', 'partner-authority', 'monitor'] as const)(
    'is shown by row security alone, as %s, only what is open to all of that role',
    async (role) => {
      for (const { organisationId } of strangers.get(role) ?? []) {
        const [{ country }] = await test.database.as(SYSTEM, (sql) =>
          sql.query<[{ country: string | null }]>(
            'SELECT country FROM organisation WHERE id = $1',
            [organisationId],
          ),
        );
        const seen = await test.database.as({ role, organisationId, country }, async (sql) => {
          const found: string[] = [];
          for (const table of await tablesWith(sql, 'c.relrowsecurity'))
            if ((await sql.query<unknown[]>(`SELECT FROM ${table} LIMIT 1`)).length > 0)
              found.push(table);
          return found;
        });
        expect(seen.filter((table) => !openTablesOf(role).includes(table))).toEqual([]);
      }
    },
  );

  it('finds every table under row security, for its owner too, but public reference data', async () => {
    const bare = 'NOT (c.relrowsecurity AND c.relforcerowsecurity)';
    expect(await test.database.as(SYSTEM, (sql) => tablesWith(sql, bare))).toEqual([
      'esco_concept',
      'esco_relation',
      'esco_release',
      'esco_text',
      'migrations',
    ]);
  });

  it("is unlike the candidate's own agency, which reads all of it, and keeps no copy in a cache", async () => {
    const { text, headers } = await send(road.agency, 'GET /v1/candidates/{id}');
    expect(headers['cache-control']).toBe('no-store');
    for (const secret of SECRETS.slice(0, 3)) expect(text).toContain(secret);
  });
});
