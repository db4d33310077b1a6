import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import request from 'supertest';
import { writeWorkbook } from '../../../src/platform/formats/xlsx/xlsx-file.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const header = ['Référence', 'Nom', 'Prénom', 'Nationalité', 'Métier', 'Tél.', 'Humeur'];
// prettier-ignore
const row = (reference: string, known: Partial<Record<'nom' | 'from' | 'trade', string>> = {}) => [
  reference, known.nom ?? 'Alami', 'Hind', known.from ?? 'Maroc',
  known.trade ?? 'Infirmière', '+212600000000', 'bonne',
];

interface Seen {
  id: string;
  status: string;
  read: number;
  sha256: string;
  columns: { header: string; how: string }[];
}

const hrXml = (reference: string): string =>
  '<Candidate xmlns="http://www.hr-xml.org/3">' +
  `<DocumentID>${reference}</DocumentID><CandidatePerson><PersonName><GivenName>Hind</GivenName>` +
  '</PersonName><NationalityCode>MA</NationalityCode></CandidatePerson></Candidate>';

const imports = '/v1/candidates/imports';

describe('an agency', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const csv = (rows: string[][]): Buffer =>
    Buffer.from([header, ...rows].map((cells) => `${cells.join(';')}\r\n`).join(''));

  const seen = async (id: string): Promise<Seen> => {
    await test.settle();
    return (await agency.get(`${imports}/${id}`).expect(200)).body as Seen;
  };

  const upload = (content: Buffer, query = ''): Promise<Seen> =>
    importFile(test, agency, content, { query });

  const people = async (): Promise<number> =>
    Number((await agency.get('/v1/candidates')).body.total);

  it('checks a file without writing anything, teaches a word, and commits the file', async () => {
    const tried = await upload(csv([row('D-1', { trade: 'Zellijeur' }), row('D-2')]), '?dryRun');
    expect(tried).toMatchObject({ status: 'checked', read: 2, created: 2, rejected: 0 });
    expect(tried.columns).toContainEqual({ header: 'Humeur', column: null, how: 'unknown' });
    expect(await people()).toBe(0);
    // By the application's clock, like everything that is reported about its pace.
    expect(tried).toMatchObject({ startedAt: expect.stringContaining(test.clock.today()) });

    const groups = await agency.get(`${imports}/${tried.id}/error-groups`).expect(200);
    expect(groups.body.items).toContainEqual(
      expect.objectContaining({ count: 1, code: 'occupation-unknown', value: 'Zellijeur' }),
    );
    const words = '/v1/candidates/words';
    await agency.put(words, { of: 'occupation', word: 'zellijeur', means: '7122' }).expect(204);
    await agency.put(words, { of: 'header', word: 'Humeur', means: 'skills' }).expect(204);
    await agency.put(words, { of: 'header', word: 'Humeur', means: 'mood' }).expect(422);
    await agency.put(words, { of: 'header', word: '---', means: 'skills' }).expect(400);
    await agency.post(`${imports}/${tried.id}/check`).expect(202);
    // prettier-ignore
    expect((await seen(tried.id)).columns).toContainEqual({
      header: 'Humeur', column: 'skills', how: 'chosen',
    });
    await agency.post(`${imports}/${tried.id}/commit`).expect(202);
    expect(await seen(tried.id)).toMatchObject({ status: 'finished', created: 2 });
    const { body } = await agency.get('/v1/candidates?q=bonne').expect(200);
    expect(body.total).toBe(2);
    await agency.post(`${imports}/${tried.id}/commit`).expect(409);

    const { body: known } = await agency.get(words).expect(200);
    expect(known.items).toHaveLength(2);
    await agency.delete(`${words}?of=header&word=humeur`).expect(204);
    expect((await agency.get(words)).body.items).toHaveLength(1);
  });

  it('undoes an import: new people go, and changed ones are as before', async () => {
    await upload(csv([row('U-1')]));
    const before = await people();
    const done = await upload(csv([row('U-1', { nom: 'Autre' }), row('U-2'), row('U-3')]));
    expect(done).toMatchObject({ created: 2, updated: 1 });
    const undone = await agency.post(`${imports}/${done.id}/undo`).expect(200);
    expect(undone.body).toMatchObject({ status: 'undone' });
    await test.settle();
    expect(await people()).toBe(before);
    const names = await agency.get('/v1/candidates?limit=200');
    expect(JSON.stringify(names.body)).not.toContain('Autre');
    await agency.post(`${imports}/${done.id}/undo`).expect(409);
  });

  it("cannot undo what was changed since, what is older than 30 days, or what is another agency's", async () => {
    const first = await upload(csv([row('V-1')]));
    await agency.post('/v1/candidates', aCandidate({ reference: 'V-1' })).expect(200);
    const refused = await agency.post(`${imports}/${first.id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'import-changed-since', people: 1 });
    const second = await upload(csv([row('V-2')]));
    const other = await test.caller('agency', 'TN');
    await other.post(`${imports}/${second.id}/undo`).expect(404);
    const today = test.clock.now();
    test.clock.moveTo(new Date(Date.now() + 31 * 86_400_000));
    const late = await agency.post(`${imports}/${second.id}/undo`).expect(409);
    test.clock.moveTo(today);
    expect(late.body.code).toBe('undo-too-late');
  });

  it('takes everybody or nobody if it asks for that', async () => {
    const before = await people();
    const rows = [row('A-1'), row('A-2', { from: 'Atlantide' })];
    const failed = await upload(csv(rows), '?allOrNothing=true');
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'rows-rejected' } });
    expect(await people()).toBe(before);
    const taken = await upload(csv([row('A-1'), row('A-2')]), '?allOrNothing=true');
    expect(taken).toMatchObject({ status: 'finished', read: 2, created: 2 });
    expect(await people()).toBe(before + 2);
  });

  it('reads faults in its own language, with what may have been meant', async () => {
    const done = await upload(
      csv([row('L-1', { from: 'Morroco' }), row('L-2', { trade: 'infirmeire' })]),
    );
    const errors = async (language: string): Promise<Record<string, string>[]> => {
      const asked = agency.get(`${imports}/${done.id}/errors`).set('Accept-Language', language);
      return (await asked.expect(200)).body.items as Record<string, string>[];
    };
    const french = await errors('fr-MA, ar;q=0.8');
    // prettier-ignore
    expect(french).toContainEqual(
      expect.objectContaining({
        row: 1, columnName: 'nationalities', header: 'Nationalité', value: 'Morroco',
        message: expect.stringMatching(/^Ce pays/), suggestion: 'MA Morocco',
      }),
    );
    expect(french).toContainEqual(
      expect.objectContaining({ row: 2, suggestion: expect.stringMatching(/^2221 /) }),
    );
    expect((await errors('es'))[0]?.message).toMatch(/^Este país no se reconoce/);
    expect((await errors('ar'))[0]?.message).toMatch(/بلد/);
    expect((await errors('nl'))[0]?.message).toMatch(/^This country is not recognised/);
  });

  it('gets failed XML back as XML, corrects it and sends it again', async () => {
    const people = [hrXml('X-1'), hrXml(''), hrXml('X-3')].join('');
    const done = await upload(Buffer.from(`<People>${people}</People>`));
    expect(done).toMatchObject({ read: 3, rejected: 1, created: 2, format: 'xml' });
    const { text, body } = await agency.get(`${imports}/${done.id}/failed-rows`).expect(200);
    const xml = typeof text === 'string' ? text : (body as Buffer).toString();
    expect(xml).toContain('<!-- 2, Candidate/DocumentID: document-id-missing: ');
    expect(await upload(Buffer.from(xml))).toMatchObject({ read: 1, rejected: 1 });
    const mended = xml.replace('<DocumentID></', '<DocumentID>X-2</');
    expect(await upload(Buffer.from(mended))).toMatchObject({ read: 1, created: 1 });
  });

  it.each(['csv', 'xlsx', 'json'])('gets failed rows back as %s, corrects them and sends them again', async (format) => {
    const reference = `F-${format}`;
    const wrong = row(reference, { from: 'Atlantide' });
    const content =
      format === 'csv' ? csv([wrong])
      : format === 'xlsx' ? await writeWorkbook([{ name: 'people', rows: [header, wrong] }])
      : Buffer.from(JSON.stringify([aCandidate({ reference, nationalities: ['Atlantide'] })])); // prettier-ignore
    const done = await upload(content);
    expect(done).toMatchObject({ read: 1, rejected: 1, format });
    const { body, headers } = await agency
      .get(`${imports}/${done.id}/failed-rows`)
      .buffer(true)
      .parse((response, give) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          give(null, Buffer.concat(parts));
        });
      })
      .expect(200);
    expect(headers['content-disposition']).toContain('failed-rows.');
    const again = await upload(body as Buffer);
    expect(again).toMatchObject({ read: 1, rejected: 1, format });
    expect(again.columns.filter(({ how }) => how === 'again')).toEqual([]);
    if (format === 'xlsx') return;
    const mended = Buffer.from((body as Buffer).toString().replaceAll('Atlantide', 'MA'));
    expect(await upload(mended)).toMatchObject({ read: 1, created: 1, rejected: 0 });
    const found = await agency.get(`/v1/candidates?limit=200`);
    expect(JSON.stringify(found.body)).not.toContain("'+212");
  }); // prettier-ignore

  it('gets a row with a cell too many back in its order, which is refused until it is corrected', async () => {
    const sent = 'Référence;Nom;Nationalité;Langues\nL-1;Alami;MA;fr:B2;es:A2\n';
    const done = await upload(Buffer.from(sent));
    expect(done).toMatchObject({ read: 1, rejected: 1 });
    const { text } = await agency.get(`${imports}/${done.id}/failed-rows`).expect(200);
    expect(text).toMatch(/^\uFEFF?Référence;Nom;Nationalité;Langues;error_cell_5;error_row;/);
    expect(await upload(Buffer.from(text))).toMatchObject({ read: 1, rejected: 1 });
    const mended = text.replace('fr:B2;es:A2', '"fr:B2;es:A2";');
    expect(await upload(Buffer.from(mended))).toMatchObject({ read: 1, created: 1 });
  });

  it('sends a file in parts over an unreliable line, and gets a receipt', async () => {
    const file = gzipSync(csv([row('P-1'), row('P-2')]));
    const half = Math.floor(file.length / 2);
    const sha256 = createHash('sha256').update(file).digest();
    const part = (test: request.Test, from: number, to: number): request.Test =>
      test
        .set('Content-Type', 'application/gzip')
        .set('Content-Range', `bytes ${from}-${to - 1}/${file.length}`)
        .set('Repr-Digest', `sha-256=:${sha256.toString('base64')}:`)
        .send(file.subarray(from, to));
    const put = (path: string): request.Test =>
      request(url).put(path).auth(agency.key, { type: 'bearer' });
    const url = await test.app.getUrl();

    const { body } = await part(agency.post(imports), 0, half).expect(202);
    expect(body).toMatchObject({ status: 'receiving', bytes: half, totalBytes: file.length });
    const content = `${imports}/${body.id}/content`;
    const again = await part(put(content), 0, half).expect(416);
    expect(again.headers['upload-offset']).toBe(String(half));
    await put(content).set('Content-Range', 'bytes what').send(file).expect(400);
    await part(put(content), half, file.length).expect(202);
    const done = await seen(body.id);
    expect(done).toMatchObject({ status: 'finished', created: 2, sha256: sha256.toString('hex') });
    await part(put(content), half, file.length).expect(409);

    const wrong = agency.post(imports).set('Content-Type', 'text/csv');
    const digest = `sha-256=:${Buffer.alloc(32).toString('base64')}:`;
    const differs = await wrong
      .set('Repr-Digest', digest)
      .send(csv([row('P-3')]))
      .expect(422);
    expect(differs.body.code).toBe('digest-differs');
  });

  it('downloads an empty template in its language', async () => {
    const path = '/v1/candidates/template';
    const { text, headers } = await agency.get(`${path}?language=fr&format=csv`).expect(200);
    expect(text).toContain('Référence;Prénom;Nom de famille;Date de naissance');
    expect(headers['content-disposition']).toContain('candidates-fr.csv');
    await agency.get(`${path}?language=xx`).expect(400);
  });

  it('follows the progress of an import', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => row(`S-${at}`));
    const { body } = await agency
      .post(imports)
      .set('Content-Type', 'text/csv')
      .send(csv(rows))
      .expect(202);
    const { text } = await agency.get(`${imports}/${body.id}/progress`).buffer(true).expect(200);
    const events = text.split('\n').filter((line) => line.startsWith('data: '));
    const last = JSON.parse(events.at(-1)?.slice(6) ?? '{}') as Record<string, unknown>;
    expect(last).toMatchObject({ status: 'finished', read: 3_000, percent: 100 });
    await test.settle();
  });

  it('stops an import, keeps what was read, and undoes it', async () => {
    const before = await people();
    const rows = Array.from({ length: 8_000 }, (_, at) => row(`C-${at}`));
    const { body } = await agency
      .post(imports)
      .set('Content-Type', 'text/csv')
      .send(csv(rows))
      .expect(202);
    await agency.post(`${imports}/${body.id}/cancel`).expect(202);
    const stopped = await seen(body.id);
    expect(stopped.status).toBe('cancelled');
    expect(stopped.read).toBeLessThan(8_000);
    await agency.post(`${imports}/${body.id}/undo`).expect(200);
    await test.settle();
    expect(await people()).toBe(before);
  });
});
