import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/candidates/imports';

const header = 'Référence;Nom;Prénom;Date de naissance;Nationalité';

describe('an agency with a messy list', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const upload = (
    content: string,
    query = '?language=fr',
    path = imports,
  ): Promise<Response['body']> => importFile(test, agency, content, { path, query, asked: query });

  describe('without any people', () => {
    it('is told so if the list has only headers', async () => {
      const done = await upload(`${header}\n`);
      expect(done).toMatchObject({ status: 'failed', read: 0, failure: { code: 'csv-no-rows' } });
      expect(done.failure.message).toMatch(/aucune ligne/);
    });

    it('is told how curl keeps line breaks if they were lost', async () => {
      const text = `${header}\nR-1;Alami;Hind;17/05/1994;Maroc\nR-2;Tazi;Omar;03/04/1990;Maroc\n`;
      const done = await upload(text.replaceAll('\n', ''));
      expect(done).toMatchObject({ status: 'failed', failure: { code: 'csv-line-breaks-lost' } });
      expect(done.failure.message).toMatch(/--data-binary/);
    });

    it('may send JSON that itself says it is empty, as programs do', async () => {
      for (const content of ['[]', '{"candidates": []}'])
        expect(await upload(content)).toMatchObject({ status: 'finished', read: 0 });
    });
  });

  it('is told of two people under one reference thousands of rows apart', async () => {
    const many = Array.from({ length: 1_500 }, (_, at) => `S-${at};Alami;Hind;17/05/1994;Maroc`);
    const rows = [...many, 'S-3;Tazi;Omar;03/04/1990;Maroc', 'S-4;Alami;Hind;17/05/1994;Maroc'];
    const done = await upload([header, ...rows, ''].join('\n'), '?dryRun&language=fr');
    expect(done).toMatchObject({ status: 'checked', read: 1_502 });
    const { body } = await agency.get(`${imports}/${done.id}/error-groups`).expect(200);
    const shared = body.items.filter(({ code }: { code: string }) => code === 'reference-shared');
    expect(shared).toMatchObject([{ count: 1, firstRow: 1_501, value: 'S-3' }]);
  });

  it('sends the failed rows of a second table again unchanged, and they form one table', async () => {
    const below = [
      'Référence;Prénom;Nom;Nationalité',
      'T-2;Sara;Bennani;Maroc',
      'T-3;Ali;Tazi;Maroc',
    ];
    const text = [header, 'T-1;Alami;Hind;17/05/1994;Maroc', ...below, ''].join('\n');
    const done = await upload(text);
    expect(done).toMatchObject({ read: 3, created: 1, rejected: 2, passedOver: 1 });
    const failed = await agency.get(`${imports}/${done.id}/failed-rows?language=fr`).expect(200);
    expect(await upload(failed.text)).toMatchObject({
      status: 'finished',
      created: 2,
      rejected: 0,
    });
    const { body } = await agency.get('/v1/candidates?limit=200').expect(200);
    expect(JSON.stringify(body)).toMatch(/"familyName":"Bennani"/);
  });

  it('gets back a line that is not JSON, corrects it and sends it again', async () => {
    const [one, two, three] = ['J-1', 'J-2', 'J-3'].map((reference) =>
      JSON.stringify(aCandidate({ reference, nationalities: [reference === 'J-3' ? 'X' : 'MA'] })),
    );
    const broken = two?.replace('"nationalities":', '"nationalities"') ?? '';
    const done = await upload([one, broken, three, ''].join('\n'));
    expect(done).toMatchObject({ read: 3, created: 1, rejected: 2 });
    const failed = agency.get(`${imports}/${done.id}/failed-rows`).buffer(true);
    const { text } = await failed.expect(200);
    expect(text.split('\n').slice(0, -1)).toEqual([broken, expect.stringContaining('"errors":[')]);
    const mended = text.replace('"nationalities"[', '"nationalities":[').replace('["X"]', '["MA"]');
    expect(await upload(mended)).toMatchObject({ read: 2, created: 2, rejected: 0 });
  });

  it('keeps a list under pseudonyms readable when its failed rows are sent again', async () => {
    const done = await upload('Pseudonyme;Nationalité\nX-1;Maroc\nX-2;Atlantide\n');
    expect(done).toMatchObject({ created: 1, rejected: 1 });
    const failed = await agency.get(`${imports}/${done.id}/failed-rows`).expect(200);
    const mended = failed.text.replace('Atlantide', 'Tunisie');
    expect(await upload(mended)).toMatchObject({ created: 1, rejected: 0 });
  });

  it('cannot teach a word a meaning that its column cannot hold', async () => {
    const word = { of: 'nationalities', word: 'Marok' };
    const words = '/v1/candidates/words?language=fr';
    const { body } = await agency.put(words, { ...word, means: 'Maroque' }).expect(400);
    const detail = expect.stringContaining('Maroc ou MA');
    expect(body.errors).toEqual([{ pointer: '/means', code: 'country-unknown', detail }]);
    await agency.put(words, { ...word, means: 'Maroc' }).expect(204);
    expect(await upload(`${header}\nM-1;Alami;Hind;17/05/1994;Marok\n`)).toMatchObject({
      created: 1,
      rejected: 0,
    });
  });
});
