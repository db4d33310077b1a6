import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';

const people = '/v1/candidates/imports';
const vacancies = '/v1/vacancies/imports';

describe('a file with records that the database refuses', () => {
  let test: TestApp;
  let agency: Caller;
  let owner: pg.Client;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
    owner = await connectAsOwner(test);
    for (const refusing of [
      `candidate ADD CONSTRAINT no_witches CHECK (family_name <> 'Witch')`,
      `candidate_index ADD CONSTRAINT no_wizards CHECK (titles NOT LIKE '%wizardry%')`,
      `vacancy ADD CONSTRAINT no_witches CHECK (title <> 'Witch')`,
    ])
      await owner.query(`ALTER TABLE ${refusing}`);
  }, 60_000);

  afterAll(async () => {
    await owner.end();
    await test.stop();
  });

  const table = (...rows: readonly string[]): string =>
    ['Référence;Nom;Nationalité;Métier', ...rows].join('\n');

  const get = async (by: Caller, at: string, language = 'en') =>
    by.get(`${at}?language=${language}`).buffer(true).expect(200);

  const referencesOf = async ({ organisationId }: Caller): Promise<string[]> => {
    const { rows } = await owner.query<{ reference: string }>(
      'SELECT reference FROM candidate WHERE organisation_id = $1 ORDER BY reference',
      [organisationId],
    );
    return rows.map(({ reference }) => reference);
  };

  it('has all others stored, and gives those back that it names', async () => {
    const file = table(
      'R-1;Alami;MA;Soudeur',
      'R-2;Witch;MA;Soudeur',
      'R-3;Bennis;Atlantide;Soudeur',
      'R-4;Chraibi;MA;Soudeur',
      'R-5;Doe;MA;Wizardry',
      'R-4;Chraïbi;MA;Soudeur',
    );
    const { id, ...done } = await importFile(test, agency, file);
    expect(done).toMatchObject({
      status: 'finished',
      read: 6,
      created: 2,
      unchanged: 1,
      rejected: 3,
    });
    expect(await referencesOf(agency)).toEqual(['R-1', 'R-4']);
    const { body } = await get(agency, `${people}/${id}/errors`, 'fr');
    const told = { severity: 'reject', code: 'not-storable' };
    const message = expect.stringContaining('refuse cet enregistrement');
    const value = expect.stringContaining('no_witches');
    expect(body.items).toContainEqual(expect.objectContaining({ ...told, row: 2, message, value }));
    expect(body.items).toContainEqual(expect.objectContaining({ ...told, row: 5 }));
    const { text } = await get(agency, `${people}/${id}/failed-rows`);
    expect(text.split(/\r?\n/).map((line) => line.split(';').slice(0, 4).join(';'))).toEqual([
      expect.stringContaining('Référence;Nom;Nationalité;Métier'),
      'R-3;Bennis;Atlantide;Soudeur',
      'R-2;Witch;MA;Soudeur',
      'R-5;Doe;MA;Wizardry',
      '',
    ]);
    const mended = text.replace('Witch', 'Idrissi').replace('Wizardry', 'Soudeur');
    const again = await importFile(test, agency, mended.replace('Atlantide', 'MA'));
    expect(again).toMatchObject({ created: 3, rejected: 0 });
    await agency.post(`${people}/${id}/undo`).expect(200);
    expect(await referencesOf(agency)).toEqual(['R-2', 'R-3', 'R-5']);
  });

  it.each([
    ['JSON', JSON.stringify([{ reference: 'J-1', nationalities: ['MA'], familyName: 'Witch' }])],
    [
      'XML',
      '<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID>J-1</DocumentID><CandidatePerson>' +
        '<PersonName><FamilyName>Witch</FamilyName></PersonName><NationalityCode>MA</NationalityCode>' +
        '</CandidatePerson></Candidate>',
    ],
  ])('gives them back as %s too', async (_, file) => {
    const { id, ...done } = await importFile(test, agency, file);
    expect(done).toMatchObject({ status: 'finished', created: 0, rejected: 1 });
    const { text } = await get(agency, `${people}/${id}/failed-rows`);
    expect(text).toMatch(/J-1.*Witch/s);
  });

  it('is tried without writing anything, and then written as tried', async () => {
    const by = await test.caller('agency', 'MA');
    const file = table('D-1;Alami;MA;', 'D-2;Witch;MA;', 'D-3;Bennis;MA;');
    const tried = await importFile(test, by, file, { query: '?dryRun' });
    const counts = { read: 3, created: 2, rejected: 1 };
    expect(tried).toMatchObject({ status: 'checked', ...counts });
    expect(await referencesOf(by)).toEqual([]);
    await by.post(`${people}/${tried.id}/commit`).expect(202);
    await test.settle();
    const { body } = await get(by, `${people}/${tried.id}`);
    expect(body).toMatchObject({ status: 'finished', ...counts });
    expect(await referencesOf(by)).toEqual(['D-1', 'D-3']);
  });

  it.each([
    ['a row', 'A-2;Witch;MA;'],
    ['a row only when it writes the index', 'A-2;Bennis;MA;Wizardry'],
  ])(
    'is left out as a whole if it is all or nothing and the database refuses %s',
    async (_, row) => {
      const by = await test.caller('agency', 'MA');
      const file = table('A-1;Alami;MA;', row);
      const { id, ...done } = await importFile(test, by, file, { query: '?allOrNothing' });
      const failure = { code: 'rows-rejected', about: '1' };
      expect(done).toMatchObject({ status: 'failed', read: 2, rejected: 1, failure });
      expect(await referencesOf(by)).toEqual([]);
      const { text } = await get(by, `${people}/${id}/failed-rows`);
      expect(text).toContain(row);
    },
  );

  it('has all other vacancies stored, and closes those that it ends', async () => {
    const employer = await test.caller('employer', 'DE');
    const named = ['A', 'B', 'C'].map((id) => anOpening(id));
    await importFile(test, employer, openings(named), { path: vacancies });
    const file = openings([
      anOpening('A', { status: 'Closed', title: '' }),
      anOpening('A', { title: 'Fitter' }),
      anOpening('B', { title: 'Witch' }),
      anOpening('C', { title: 'Fitter' }),
      anOpening('D'),
    ]);
    const { id, ...done } = await importFile(test, employer, file, { path: vacancies });
    expect(done).toMatchObject({ status: 'finished', read: 5, created: 1, rejected: 1 });
    const { rows } = await owner.query(
      `SELECT source_id AS id, title, status FROM vacancy WHERE organisation_id = $1 ORDER BY 1`,
      [employer.organisationId],
    );
    expect(rows).toMatchObject([
      { id: 'A', title: 'Fitter', status: 'withdrawn' },
      { id: 'B', title: 'Welder B', status: 'open' },
      { id: 'C', title: 'Fitter', status: 'open' },
      { id: 'D', title: 'Welder D', status: 'open' },
    ]);
    const { body } = await get(employer, `${vacancies}/${id}/errors`, 'es');
    const message = expect.stringContaining('no puede guardar este registro');
    expect(body.items).toMatchObject([{ row: 3, code: 'not-storable', message }]);
  });
});
