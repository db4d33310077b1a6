import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OrganisationRole } from '../../../src/platform/database/tenant.ts';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { callersByRole } from '../../support/callers/callers-by-role.ts';
import { aCandidate, aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

interface Described {
  post?: { responses: Record<string, { headers?: Record<string, unknown> }> };
  get?: object;
}

const consent = {
  purpose: 'sharing',
  sections: ['skills'],
  countries: ['ES'],
  givenOn: '2026-09-01',
};
const law = {
  code: 'other.es',
  kind: 'labour-market-test',
  citation: 'Act',
  certainty: 'recalled',
  validFrom: '2027-01-01',
  parameters: { duration: 'days-elapsed', days: 1 },
  reason: 'None',
};
const line = (ref: string): object => ({ ref, date: '24/11/2026', titre: 'Infirmier', nb: 1 });

describe('a POST that creates something', () => {
  let test: TestApp;
  let callers: ReadonlyMap<OrganisationRole, Caller>;
  let candidate: string;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    callers = await callersByRole(test);
    const { body } = await by('agency').post('/v1/candidates', aCandidate()).expect(201);
    candidate = String(body.id);
  }, 60_000);

  afterAll(() => test.stop());

  const by = (role: OrganisationRole): Caller => {
    const caller = callers.get(role);
    if (!caller) throw new Error(`Nobody is a ${role}.`);
    return caller;
  };

  it('is described with a Location wherever one of its kind can be read below its address', () => {
    const described = describeApi(test.app).paths as Readonly<Record<string, Described>>;
    const paths = Object.entries(described);
    const isReadable = (path: string): boolean =>
      paths.some(([at, { get }]) => get && at.replace(/\/\{\w+\}$/, '') === path && at !== path);
    const creating = paths.filter(([path, { post }]) => post && isReadable(path));
    const silent = creating.filter(([, { post }]) => {
      const { 201: created, 202: accepted } = post?.responses ?? {};
      return !(created ?? accepted)?.headers?.['Location'];
    });
    expect(creating.length).toBeGreaterThan(10);
    // Several at once have no one address.
    expect(silent.map(([path]) => path)).toEqual(['/v1/home-vacancies']);
  });

  it.each([
    { role: 'employer', path: 'vacancies', body: aVacancy({ sourceId: 'V-1' }), next: { title: 'Enfermera' } },
    { role: 'agency', path: 'candidates', body: aCandidate({ reference: 'C-1' }), next: { familyName: 'Alami' } },
  ] as const)('is answered 201 with its address, and 200 if it is known: $path', async (one) => {
    const send = (known: object) =>
      by(one.role).post(`/v1/${one.path}`, { ...one.body, ...known });
    const first = await send({}).expect(201);
    expect(first.headers['location']).toBe(`/v1/${one.path}/${first.body.id}`);
    await by(one.role).get(String(first.headers['location'])).expect(200);
    for (const known of [{}, one.next]) {
      const again = await send(known).expect(200);
      expect([again.body.id, again.headers['location']]).toEqual([first.body.id, undefined]);
    }
  }); // prettier-ignore

  it('is answered 201 if any of several is new, and 200 if all are known', async () => {
    const send = (...refs: string[]) =>
      by('agency').post('/v1/home-vacancies', { items: refs.map(line) });
    await send('A').expect(201);
    await send('A').expect(200);
    await send('A', 'B').expect(201);
    await send('B', 'A').expect(200);
  });

  it('is answered 200 if a consent or a figure replaces one', async () => {
    const give = () => by('agency').post(`/v1/candidates/${candidate}/consents`, consent);
    await give().expect(201);
    await give().expect(200);
    const figure = { isco: '2221', year: 2025, workforce: 10, source: 'Census' };
    const record = () => by('partner-authority').post('/v1/migration-figures', figure);
    await record().expect(201);
    await record().expect(200);
  });

  it('tells no address of what it only tried', async () => {
    const tried = await by('ministry').post('/v1/rules?dryRun', law).expect(200);
    expect(tried.headers['location']).toBeUndefined();
    const { headers } = await by('ministry').post('/v1/rules', law).expect(201);
    expect(headers['location']).toBe('/v1/rules/other.es');
    await by('ministry').get('/v1/rules/other.es').expect(200);
  });

  it('tells the address again if it is sent again with the same key', async () => {
    const send = () => by('employer').post('/v1/vacancies', aVacancy()).set('Idempotency-Key', 'k');
    const first = await send().expect(201);
    const again = await send().expect(201);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(again.headers['location']).toBe(first.headers['location']);
  });
});
