import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import request from 'supertest';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { CandidateImportWorker } from '../../../src/candidates/imports/candidate-import.worker.ts';
import type { ImportView } from '../../../src/platform/imports/import-view.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { stepsByHand } from '../../support/application/steps-by-hand.ts';

const imports = '/v1/candidates/imports';
const row = (at: number): string => `${at};Alami;Maroc;Infirmière\n`;
const rows = Array.from({ length: 2_500 }, (_, at) => row(at)).join('');
const file = Buffer.from(`référence;nom;nationalité;métier\n${rows}`);

/** No job runs by itself here, so that a test can step in at any moment of an import. */
describe('an agency on a bad line', () => {
  let test: TestApp;
  let agency: Caller;
  let url = '';

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    url = await test.app.getUrl();
  });

  beforeEach(async () => {
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  const put = (id: string): request.Test =>
    request(url).put(`${imports}/${id}/content`).auth(agency.key, { type: 'bearer' });

  const part = (to: request.Test, range: string, content: Buffer): request.Test =>
    to.set('Content-Type', 'text/csv').set('Content-Range', `bytes ${range}`).send(content);

  const whole = async (query = ''): Promise<string> => {
    const sent = agency.post(`${imports}${query}`).set('Content-Type', 'text/csv').send(file);
    return String((await sent.expect(202)).body.id);
  };

  const first = async (bytes: number): Promise<string> => {
    const range = `0-${bytes - 1}/${file.length}`;
    const sent = part(agency.post(imports), range, file.subarray(0, bytes));
    return String((await sent.expect(202)).body.id);
  };

  const seen = async (id: string): Promise<ImportView> =>
    (await agency.get(`${imports}/${id}`).expect(200)).body as ImportView;

  const chunksOf = (id: string) =>
    test.database.as(SYSTEM, (sql) =>
      sql.query<unknown[]>('SELECT FROM file_import_chunk WHERE import_id = $1', [id]),
    );

  /** Runs the import; `meanwhile` runs before the step of the given name. */
  async function run(importId: string, name = '', meanwhile = async (): Promise<unknown> => null) {
    const steps = stepsByHand(test, { [name]: meanwhile });
    await test.app.get(CandidateImportWorker).uploaded({ importId, bytes: file.length }, steps);
    return seen(importId);
  }

  it('cannot lose the rest of a file by stating a wrong total length', async () => {
    const id = await first(1_000);
    const rest = part(put(id), '1000-1499/1500', file.subarray(1_000, 1_500));
    const { body } = await rest.expect(400);
    expect(body).toMatchObject({ code: 'content-range-differs', totalBytes: file.length });
    expect(await seen(id)).toMatchObject({ status: 'receiving', bytes: 1_000 });
  });

  it('cannot lose it either by two lengths for a whole upload that broke off', async () => {
    const id = await first(1_000);
    const statesNone = 'UPDATE file_import SET total_bytes = NULL WHERE id = $1';
    await test.database.as(SYSTEM, (sql) => sql.query(statesNone, [id]));
    const next = part(put(id), `1000-1499/${file.length}`, file.subarray(1_000, 1_500));
    await next.expect(202);
    const { body } = await part(put(id), '1500-1999/2000', file.subarray(1_500, 2_000)).expect(400);
    expect(body).toMatchObject({ code: 'content-range-differs', totalBytes: file.length });
    expect(await seen(id)).toMatchObject({ status: 'receiving', bytes: 1_500 });
  });

  it('is refused a body longer or shorter than its range, of which nothing is kept', async () => {
    for (const content of [file, file.subarray(0, 50)]) {
      const sent = part(agency.post(imports), `0-99/${file.length}`, content);
      expect((await sent.expect(400)).body.code).toBe('content-range-differs');
    }
    const id = await first(100);
    const chunked = put(id).set('Content-Type', 'text/csv').set('Transfer-Encoding', 'chunked');
    chunked.set('Content-Range', `bytes 100-199/${file.length}`);
    chunked.write(file.subarray(100).toString());
    expect((await chunked.expect(400)).body.code).toBe('content-range-differs');
    expect(await seen(id)).toMatchObject({ status: 'receiving', bytes: 100 });
  });

  it('is refused a body that ends before its range does, and continues from what arrived', async () => {
    const id = await first(10);
    const short = put(id).set('Content-Type', 'text/csv').set('Transfer-Encoding', 'chunked');
    short.set('Content-Range', `bytes 10-29/${file.length}`);
    short.write(file.subarray(10, 15).toString());
    expect((await short.expect(400)).body.code).toBe('content-range-differs');
    expect(await seen(id)).toMatchObject({ status: 'receiving', bytes: 15 });
    await part(put(id), `15-${file.length - 1}/${file.length}`, file.subarray(15)).expect(202);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(await seen(id)).toMatchObject({ status: 'waiting', sha256 });
  });

  it('ends an upload again, since the answer was lost, and is told how far the import is', async () => {
    const id = await first(file.length);
    const sha256 = createHash('sha256').update(file).digest('hex');
    const end = (length = file.length): request.Test =>
      put(id).set('Content-Range', `bytes */${length}`);
    expect((await end().expect(202)).body).toMatchObject({ id, status: 'waiting', sha256 });
    expect(await run(id)).toMatchObject({ status: 'finished', created: 2_500 });
    expect((await end().expect(202)).body).toMatchObject({ id, status: 'finished', sha256 });
    expect((await end(file.length + 1).expect(409)).body.code).toBe('import-status');
    const wrong = end().set('Repr-Digest', `sha-256=:${Buffer.alloc(32).toString('base64')}:`);
    expect((await wrong.expect(422)).body).toMatchObject({ code: 'digest-differs', sha256 });
    const last = part(put(id), `1000-${file.length - 1}/${file.length}`, file.subarray(1_000));
    expect((await last.expect(409)).body.code).toBe('import-status');
  });

  it('is held to the digest that it states with any part', async () => {
    const digestOf = (of: Buffer): string =>
      `sha-256=:${createHash('sha256').update(of).digest('base64')}:`;
    const [right, wrong] = [digestOf(file), digestOf(file.subarray(1))];
    const send = async (...digests: string[]): Promise<number> => {
      const cuts = [0, 10, 20, file.length];
      let [id, status] = ['', 0];
      for (const [at, digest] of digests.entries()) {
        const [from = 0, to = 0] = [cuts[at], cuts[at + 1]];
        const sent = at === 0 ? agency.post(imports) : put(id);
        if (digest !== '') sent.set('Repr-Digest', digest);
        const answer = await part(
          sent,
          `${from}-${to - 1}/${file.length}`,
          file.subarray(from, to),
        );
        [id, status] = [answer.body.id, answer.status];
      }
      return status;
    };
    expect(await send(right, '', right)).toBe(202);
    for (const digests of [
      [wrong, '', ''],
      ['', wrong, ''],
      [wrong, right, right],
    ])
      expect(await send(...digests)).toBe(422);
  });

  it('has an hour for each request', () => {
    const { requestTimeout } = test.app.getHttpServer() as Server;
    expect(requestTimeout).toBe(3_600_000);
  });

  it('is refused in its own language, by header or query', async () => {
    const id = await first(1_000);
    const answer = (language: string): request.Test =>
      agency.post(`${imports}/${id}/commit`).set('Accept-Language', language);
    const said: [string, RegExp][] = [
      [
        'fr-MA',
        /^L'import est en cours de réception\. Pour cette opération, il doit être vérifié\.$/,
      ],
      [
        'es',
        /^La importación está en curso de recepción\. Para esta operación debe estar comprobada\.$/,
      ],
      ['ar', /^عملية الاستيراد قيد الاستلام/],
      ['nl', /^The import is receiving/],
    ];
    for (const [language, detail] of said) {
      const { body, headers } = await answer(language).expect(409);
      expect(body).toMatchObject({ code: 'import-status', detail: expect.stringMatching(detail) });
      expect(headers['content-language']).toBe(language === 'nl' ? 'en' : language.slice(0, 2));
    }
    const { body } = await agency
      .get(`${imports}/${agency.organisationId}?language=es`)
      .expect(404);
    expect(body.detail).toBe(
      'Esta importación no existe o usted no tiene acceso a ella. Compruebe su identificador.',
    );
  });

  it('is told of an unreadable digest, and may send one of another algorithm, which is ignored', async () => {
    const send = (digest: string): request.Test =>
      agency.post(imports).set('Content-Type', 'text/csv').set('Repr-Digest', digest).send(file);
    const hex = createHash('sha256').update(file).digest('hex');
    for (const unreadable of [`sha-256=${hex}`, 'sha-256=:abc:', `sha-256=:${hex}:`])
      expect((await send(unreadable).expect(400)).body.code).toBe('digest-unreadable');
    await send('sha-512=:abc:').expect(202);
  });

  it('completes an upload whose last byte arrived but whose end did not', async () => {
    const head = [
      `POST ${imports} HTTP/1.1`,
      'Host: here',
      `Authorization: Bearer ${agency.key}`,
      'Content-Type: text/csv',
      'Transfer-Encoding: chunked',
      '',
      file.length.toString(16),
    ];
    const { port, hostname } = new URL(url);
    const line = connect(Number(port), hostname);
    line.write(`${head.join('\r\n')}\r\n`);
    line.write(file);
    line.write('\r\n');
    const all = async (): Promise<ImportView[]> =>
      (await agency.get(`${imports}?limit=200`).expect(200)).body.items as ImportView[];
    await sleep(200);
    line.destroy();
    while ((await all()).at(-1)?.bytes !== file.length) await sleep(50);
    const id = (await all()).at(-1)?.id ?? '';
    expect(await seen(id)).toMatchObject({ status: 'receiving', bytes: file.length });
    const early = await first(10);
    const refused = await part(put(early), `*/${file.length}`, Buffer.alloc(0)).expect(416);
    expect(refused.headers['upload-offset']).toBe('10');
    await part(put(id), `*/${file.length}`, Buffer.alloc(0)).expect(202);
    const sha256 = createHash('sha256').update(file).digest('hex');
    expect(await seen(id)).toMatchObject({ status: 'waiting', sha256 });
    await part(put(id), `*/${file.length}`, Buffer.alloc(0)).expect(202);
  });

  it('cancels a file that is still arriving or was only checked, and nothing of it is kept', async () => {
    const onItsWay = await first(1_000);
    const { body } = await agency.post(`${imports}/${onItsWay}/cancel`).expect(202);
    expect(body.status).toBe('cancelled');
    const next = part(put(onItsWay), `1000-1009/${file.length}`, file.subarray(1_000, 1_010));
    expect((await next.expect(409)).body.code).toBe('import-status');
    const tried = await whole('?dryRun');
    expect((await run(tried)).status).toBe('checked');
    await agency.post(`${imports}/${tried}/cancel`).expect(202);
    expect([await chunksOf(onItsWay), await chunksOf(tried)]).toEqual([[], []]);
    await agency.post(`${imports}/${tried}/commit`).expect(409);
  });

  it.each([
    ['', 'end', { status: 'cancelled', read: 2_500 }, 2_500],
    ['?dryRun', 'end', { status: 'cancelled' }, 0],
    ['?allOrNothing', 'end', { status: 'cancelled' }, 0],
    ['?allOrNothing', 'tried', { status: 'cancelled' }, 0],
    ['?allOrNothing', 'rewrite-2', { status: 'cancelled' }, 0],
    ['', 'write-2', { status: 'cancelled', read: 1_000 }, 1_000],
  ])('stops an import at any moment: %s before %s', async (query, step, told, kept) => {
    const id = await whole(query);
    const ended = await run(id, step, () => agency.post(`${imports}/${id}/cancel`).expect(202));
    expect(ended).toMatchObject(told);
    const people = await test.database.as(SYSTEM, (sql) =>
      sql.query<unknown[]>('SELECT FROM candidate WHERE organisation_id = $1', [
        agency.organisationId,
      ]),
    );
    expect(people).toHaveLength(kept);
  });

  it('stops an import before anything is read', async () => {
    const id = await whole();
    await agency.post(`${imports}/${id}/cancel`).expect(202);
    expect(await run(id)).toMatchObject({ status: 'cancelled', read: 0, created: 0 });
  });
});
