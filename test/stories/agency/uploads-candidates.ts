import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importFile } from '../../support/imports/import-file.ts';
import { aCandidate, aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const header =
  'référence;nom;prénom;date de naissance;nationalité;pays de résidence;métier;code isco;' +
  'années d’expérience;langues;pays souhaités;consent_purposes;consent_sections;consent_countries;consent_given_on';

const row = (reference: string, changes: Partial<Record<'born' | 'nationality', string>> = {}) =>
  [
    reference,
    'Bennani',
    'Imane',
    changes.born ?? '17/05/1994',
    changes.nationality ?? 'Maroc',
    'Maroc',
    'Infirmière',
    '2221',
    '4',
    'ar:C2, es:B2',
    'Espagne',
    'matching',
    'all',
    'ES',
    '01/09/2026',
  ].join(';');

describe('an agency', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const upload = async (rows: string[]) => {
    const done = await importFile(test, road.agency, [header, ...rows].join('\r\n'));
    return done as { id: string; sha256: string };
  };

  it('is told, in the language it asks for, what the cell that rejects a row may have meant', async () => {
    const { id } = await upload([row('M-1', { nationality: 'Marok' })]);
    const path = `/v1/candidates/imports/${id}`;
    const { body, headers } = await road.agency.get(`${path}/errors?language=es`).expect(200);
    expect(headers['content-language']).toBe('es');
    expect(body.items).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('Este país no se reconoce.'),
        suggestion: 'MA Maroc',
      }),
    );
    const { text } = await road.agency.get(`${path}/failed-rows?language=fr`).expect(200);
    expect(text).toMatch(/nationality-missing;Aucune nationalité n'a pu être lue.*;MA Maroc/);
    await road.agency.get(`${path}/errors?language=nl`).expect(400);
  });

  it('is told how many other faults there are besides the most frequent ones shown', async () => {
    const wrong = Array.from({ length: 150 }, (_, at) =>
      row(`G-${at}`, { nationality: `Nusquam ${at}` }),
    );
    const { id } = await upload(wrong);
    const { body } = await road.agency.get(`/v1/candidates/imports/${id}/error-groups`).expect(200);
    // Each row has two faults: the unknown country, and the missing nationality that rejects it.
    expect(body.items).toHaveLength(200);
    expect(body.left).toBe(100);
  });

  it('uploads a spreadsheet: its people are matched, and faulty rows are named', async () => {
    const vacancy = await road.publish();
    const done = await upload([
      row('A-1'),
      row('A-2'),
      row('A-3', { nationality: 'Atlantide' }),
      row('A-4', { born: '31/02/1994' }),
    ]);
    expect(done).toMatchObject({
      status: 'finished',
      read: 4,
      created: 3,
      rejected: 1,
      percent: 100,
    });
    expect(done.sha256).toMatch(/^[0-9a-f]{64}$/);
    const { body: errors } = await road.agency
      .get(`/v1/candidates/imports/${done.id}/errors`)
      .expect(200);
    expect(errors.items).toContainEqual(
      expect.objectContaining({ row: 3, severity: 'reject', value: 'Atlantide' }),
    );
    expect(errors.items).toContainEqual(expect.objectContaining({ row: 4, value: '31/02/1994' }));
    const proposed = await road.matches(vacancy);
    expect(proposed).toHaveLength(2);
  });

  it('uploads a list with its total and its signature, which count as nobody', async () => {
    const under = ['TOTAL : 1', 'Fait à Rabat le 12/11/2026;;;Le Directeur'];
    const done = await upload([row('A-1'), row('A-3', { nationality: 'Atlantide' }), ...under]);
    expect(done).toMatchObject({ read: 2, unchanged: 1, rejected: 1, passedOver: 2 });
    const path = `/v1/candidates/imports/${done.id}`;
    const asked = road.agency.get(`${path}/errors`).set('Accept-Language', 'es');
    const { body } = await asked.expect(200);
    const passed = body.items.filter(({ code }: { code: string }) => code === 'row-passed-over');
    expect(passed).toEqual([
      expect.objectContaining({ row: 3, value: 'TOTAL : 1', severity: 'drop' }),
      expect.objectContaining({ row: 4, message: expect.stringContaining('una firma o una nota') }),
    ]);
    const { text } = await road.agency.get(`${path}/failed-rows`).expect(200);
    expect(text).not.toContain('TOTAL');
  });

  it('uploads the same file again and changes nothing', async () => {
    expect(await upload([row('A-1'), row('A-2')])).toMatchObject({ created: 0, unchanged: 2 });
  });

  it('gets the rejected rows back as a file that can be corrected and sent again', async () => {
    const done = await upload([row('A-5', { nationality: 'Atlantide' })]);
    const { text } = await road.agency
      .get(`/v1/candidates/imports/${done.id}/failed-rows`)
      .expect(200);
    expect(text).toContain('error_message');
    expect(text).toContain('Atlantide');
  });

  it('searches its own people, with the number of hits by facet', async () => {
    const { body } = await road.agency
      .get('/v1/candidates?q=infirmi%C3%A8re&language=es:B1&nationality=MA')
      .expect(200);
    expect(body).toMatchObject({ total: 3 });
    expect(body.items[0]).toMatchObject({ familyName: 'Bennani' });
    expect(body.facets.isco).toEqual([{ value: '2221', count: 3 }]);
    const other = await test.caller('agency', 'TN');
    expect((await other.get('/v1/candidates').expect(200)).body).toMatchObject({ total: 0 });
    const { body: refusal } = await road.agency.get('/v1/candidates?language=french').expect(400);
    expect(refusal.errors[0].pointer).toBe('/language');
  });

  it.each([
    ['agency', '/v1/candidates?limit=0', 400, /^Des valeurs manquent ou ne sont pas valides/],
    ['agency', '/v1/reference/occupations?', 400, /^Des valeurs manquent ou ne sont pas valides/],
    ['employer', '/v1/candidates?', 403, /^Cette opération/],
    ['nobody', '/v1/reference/skills?', 401, /^La clé d'API manque/],
  ] as const)(
    'is refused in its own language, not in the one it asks about: %s, %s',
    async (who, path, status, said) => {
      const caller = who === 'employer' ? road.employer : road.agency;
      const asked = caller.get(`${path}&language=ar`).set('Accept-Language', 'fr');
      if (who === 'nobody') asked.set('Authorization', '');
      const refused = await asked.expect(status);
      expect(refused.headers['content-language']).toBe('fr');
      expect(refused.body.detail).toMatch(said);
    },
  );

  it('withdraws a consent, and the matches are gone within five seconds', async () => {
    const vacancy = await road.publish({ isco: ['7115'], title: 'Carpintero de armar' });
    const trade = { occupations: [{ isco: '7115', title: 'Charpentier', years: 5 }] };
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '7115' })).expect(201);
    const person = await road.enter(trade);
    const [match] = await road.matches(vacancy);
    expect(match).toMatchObject({ candidateId: person });
    const { body } = await road.agency.get(`/v1/candidates/${person}`).expect(200);
    await road.agency
      .delete(`/v1/candidates/${person}/consents/${body.consents[0].id}`)
      .expect(200);

    const startedAt = performance.now();
    // The employer sees nothing from this moment; the stored rows follow within seconds.
    expect((await road.employer.get(`/v1/vacancies/${vacancy}/matches`)).body.items).toEqual([]);
    for (;;) {
      const { body: left } = await road.ministry
        .get(`/v1/vacancies/${vacancy}/matches`)
        .expect(200);
      if (left.items.length === 0) break;
      expect(performance.now() - startedAt).toBeLessThan(5_000);
      await sleep(50);
    }
    await road.employer.get(`/v1/matches/${match?.id ?? ''}`).expect(404);
    await test.settle();
    const { body: mine } = await road.agency.get(`/v1/candidates/${person}/matches`).expect(200);
    expect(mine.items).toEqual([]);
  });

  it('is told what would open more vacancies to a candidate', async () => {
    const languages = [{ code: 'es', level: 'C1' as const, required: true }];
    await road.publish({ isco: ['8332'], title: 'Camionero', languages });
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '8332' })).expect(201);
    const driver = { occupations: [{ isco: '8332', title: 'Routier', years: 5 }] };
    const person = await road.enter(driver);
    const { body } = await road.agency.get(`/v1/candidates/${person}/unlocks`).expect(200);
    expect(body).toMatchObject({ considered: 1, items: [{ code: 'es', level: 'C1' }] });
    expect(body.items[0].sentence).toBe('Spanish C1 would open 1 more vacancy.');
    const other = await test.caller('agency', 'TN');
    await other.get(`/v1/candidates/${person}/unlocks`).expect(404);
  });

  it('is not told of vacancies that the candidate cannot have whatever they add', async () => {
    const languages = [{ code: 'es', level: 'C1' as const, required: true }];
    await road.publish({ isco: ['7411'], title: 'Electricista', languages });
    const occupations = [{ isco: '7411', title: 'Électricien', years: 5 }];
    const opened = async (nationality: string): Promise<unknown> => {
      const person = await road.enter({ occupations, nationalities: [nationality] });
      const { body } = await road.agency.get(`/v1/candidates/${person}/unlocks`).expect(200);
      return body.items.map(({ vacancies }: { vacancies: number }) => vacancies);
    };
    expect(await opened('MA')).toEqual([]); // no seats
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '7411' })).expect(201);
    expect(await opened('MA')).toEqual([1]);
    expect(await opened('PE')).toEqual([]); // no partnership
  });

  it('erases a candidate, whose matches and index entry go with them', async () => {
    const vacancy = await road.publish({ title: 'Enfermero de urgencias' });
    const person = await road.enter({ familyName: 'Canary' });
    const before = await road.matches(vacancy);
    expect(before.map(({ candidateId }) => candidateId)).toContain(person);
    await road.agency.delete(`/v1/candidates/${person}`).expect(204);
    const after = await road.matches(vacancy);
    expect(after.map(({ candidateId }) => candidateId)).not.toContain(person);
    expect(after.map(({ rank }) => rank)).toEqual(after.map((_, index) => index + 1));
    const rows = await test.database.as(
      { role: 'system', organisationId: null, country: null },
      (sql) => sql.query<unknown[]>('SELECT 1 FROM candidate_index WHERE id = $1', [person]),
    );
    expect(rows).toEqual([]);
  });

  it('is told of an unlikely date of birth and a consent in the future, in a file and for one candidate', async () => {
    const done = await upload([row('A-6', { born: '17/05/2094' })]);
    expect(done).toMatchObject({ created: 1, rejected: 0 });
    const path = `/v1/candidates/imports/${done.id}/errors`;
    const { body } = await road.agency.get(path).set('Accept-Language', 'fr').expect(200);
    // prettier-ignore
    expect(body.items).toEqual([
      expect.objectContaining({
        row: 1, columnName: 'birth_date', header: 'date de naissance', value: '2094-05-17',
        code: 'birth-date-unlikely', message: expect.stringContaining('120 ans'),
      }),
    ]);
    const consents = [{ ...aCandidate().consents?.[0], givenOn: '2027-09-01' }];
    const person = { ...aCandidate({ birthOn: '1894-05-17' }), consents };
    const refused = await road.agency.post('/v1/candidates', person).expect(422);
    expect(refused.body).toMatchObject({
      code: 'dates-unlikely',
      errors: [{ pointer: '/birthOn' }, { pointer: '/consents' }],
    });
    const again = road.agency.post('/v1/candidates', person).set('Accept-Language', 'es');
    const { body: told } = await again.expect(422);
    expect(told.errors[0].detail).toMatch(/^Esta fecha de nacimiento es futura/);
    expect(told.detail).toBe(`${told.errors[0].detail} ${told.errors[1].detail}`);
  });

  it('is told of two people under one reference, of whom the later is kept', async () => {
    const other = row('A-9').replace('Bennani', 'Tazi');
    const done = await upload([row('A-9'), other, row('A-2'), row('A-2')]);
    expect(done).toMatchObject({ read: 4, created: 1, unchanged: 3 });
    const path = `/v1/candidates/imports/${done.id}/errors`;
    const { body } = await road.agency.get(path).set('Accept-Language', 'fr').expect(200);
    // prettier-ignore
    expect(body.items).toEqual([
      expect.objectContaining({
        row: 2, severity: 'warn', code: 'reference-shared', header: 'référence',
        value: 'A-9', message: expect.stringContaining('autre nom'),
      }),
    ]);
  });
});
