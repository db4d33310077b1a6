import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FileImportError } from '../../../src/platform/imports/file-import.entity.ts';
import type { ImportView } from '../../../src/platform/imports/import-view.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/vacancies/imports';

describe('an employer with a file of vacancies', () => {
  let test: TestApp;
  let employer: Caller;

  beforeAll(async () => {
    test = await startApp();
    employer = await test.caller('employer');
  });

  afterAll(() => test.stop());

  async function seen(id: string): Promise<ImportView> {
    await test.settle();
    return (await employer.get(`${imports}/${id}`).expect(200)).body as ImportView;
  }

  const upload = (content: string | Buffer, query = '', by = employer): Promise<ImportView> =>
    importFile(test, by, content, { path: imports, query });

  async function titles(): Promise<string[]> {
    const { body } = await employer.get('/v1/vacancies?limit=200').expect(200);
    const items = body.items as { title: string; status: string }[];
    return items.map(({ title, status }) => `${title} ${status}`).toSorted();
  }

  async function faultsOf(id: string): Promise<FileImportError[]> {
    const { body } = await employer.get(`${imports}/${id}/errors`).expect(200);
    return body.items as FileImportError[];
  }

  it('checks it without writing anything, and commits it', async () => {
    const tried = await upload(openings([anOpening('T-1'), anOpening('T-2')]), '?dryRun');
    expect(tried).toMatchObject({ status: 'checked', format: 'xml', read: 2, created: 2 });
    expect(await titles()).toEqual([]);
    await employer.post(`${imports}/${tried.id}/commit`).expect(202);
    expect(await seen(tried.id)).toMatchObject({ status: 'finished', created: 2 });
    expect(await titles()).toEqual(['Welder T-1 open', 'Welder T-2 open']);
  });

  it('finds its newest import first, and the one before it on the next page', async () => {
    const before = await upload(openings([anOpening('N-1')]), '?dryRun');
    const newest = await upload(openings([anOpening('N-2')]), '?dryRun');
    const { body: first } = await employer.get(`${imports}?limit=1`).expect(200);
    const after = `${imports}?limit=1&cursor=${first.nextCursor}`;
    const { body: next } = await employer.get(after).expect(200);
    const ids = [...first.items, ...next.items].map(({ id }: ImportView) => id);
    expect(ids).toEqual([newest.id, before.id]);
  });

  it('updates known vacancies, leaves unchanged ones alone, and withdraws closed ones', async () => {
    const changed = anOpening('T-1', { title: 'Senior welder' });
    const closed = anOpening('T-2', { status: 'Closed' });
    const done = await upload(openings([changed, closed, anOpening('T-3')]));
    expect(done).toMatchObject({ read: 3, created: 1, updated: 2, unchanged: 0 });
    expect(await titles()).toEqual(['Senior welder open', 'Welder T-2 closed', 'Welder T-3 open']);
    const again = await upload(openings([changed, closed, anOpening('T-3')]));
    expect(again).toMatchObject({ read: 3, unchanged: 3 });
    const { body: refused } = await employer.post(`${imports}/${done.id}/undo`).expect(409);
    expect(refused).toMatchObject({ code: 'import-sent-again', importIds: [again.id] });
    await employer.post(`${imports}/${again.id}/undo`).expect(200);
    const undone = await employer.post(`${imports}/${done.id}/undo`).expect(200);
    expect(undone.body.status).toBe('undone');
    expect(await titles()).toEqual(['Welder T-1 open', 'Welder T-2 open']);
  });

  it('closes suspended vacancies until they are active again, and closed ones even if their wording is refused', async () => {
    await upload(openings([anOpening('C-1'), anOpening('C-2')]));
    const suspended = anOpening('C-1', { status: 'Suspended' });
    const unlawful = anOpening('C-2', { status: 'Closed', title: 'Welder, women only' });
    const done = await upload(openings([suspended, unlawful]));
    expect(done).toMatchObject({ read: 2, updated: 2, rejected: 0 });
    expect((await faultsOf(done.id)).map(({ code }) => code)).toEqual(['status-not-active']);
    const now = async () => (await titles()).filter((title) => title.includes(' C-'));
    expect(await now()).toEqual(['Welder C-1 closed', 'Welder C-2 withdrawn']);
    await upload(openings([anOpening('C-1')]));
    expect(await now()).toEqual(['Welder C-1 open', 'Welder C-2 withdrawn']);
  });

  it('cannot undo what was changed by hand since', async () => {
    const done = await upload(openings([anOpening('H-1')]));
    const { body } = await employer.get('/v1/vacancies?limit=200');
    const item = (body.items as { id: string; sourceId: string }[]).find(
      ({ sourceId }) => sourceId === 'H-1',
    );
    await employer.post(`/v1/vacancies/${item?.id ?? ''}/withdraw`).expect(200);
    const refused = await employer.post(`${imports}/${done.id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'import-changed-since', vacancies: 1 });
  });

  it('cannot undo what a later delivery repeats unchanged', async () => {
    const file = openings([anOpening('R-1'), anOpening('R-2')]);
    const done = await upload(file);
    const deliver = employer
      .post('/v1/vacancies/bulk', file)
      .set('Content-Type', 'application/xml');
    expect((await deliver.expect(200)).body).toMatchObject({ read: 2, unchanged: 2 });
    const refused = await employer.post(`${imports}/${done.id}/undo`).expect(409);
    expect(refused.body).toMatchObject({ code: 'import-changed-since', vacancies: 2 });
  });

  it('corrects what was rejected in a file of the same format and sends it again', async () => {
    const wish = anOpening('F-2', { title: 'Welder, women only' });
    const nameless = anOpening('F-3').replace('Welder F-3', '');
    const done = await upload(openings([anOpening('F-1'), wish, nameless]));
    expect(done).toMatchObject({ status: 'finished', read: 3, created: 1, rejected: 2 });
    const inArabic = employer.get(`${imports}/${done.id}/errors`).set('Accept-Language', 'ar');
    const { body: told } = await inArabic.expect(200);
    expect(told.items).toContainEqual(
      expect.objectContaining({ code: 'wish-on-sex', message: expect.stringContaining('جنسهم') }),
    );
    const faults = await faultsOf(done.id);
    const rejected = faults.filter(({ severity }) => severity === 'reject');
    expect(new Set(rejected.map(({ row }) => row))).toEqual(new Set([2, 3]));

    const file = await employer.get(`${imports}/${done.id}/failed-rows`).expect(200);
    expect(file.headers['content-type']).toContain('application/xml');
    const xml = String(file.body instanceof Buffer ? file.body : file.text);
    expect(xml).toContain('<!-- 2, ');
    const again = await upload(xml);
    expect(again).toMatchObject({ read: 2, created: 0, rejected: 2 });
    const mended = xml
      .replace('Welder, women only', 'Welder')
      .replace('<PositionTitle></', '<PositionTitle>Welder</');
    expect(await upload(mended)).toMatchObject({ read: 2, created: 2, rejected: 0 });
  });

  it('gets a record back that is not JSON, in one line', async () => {
    const done = await upload('[{"title": "Welder",\n "country" "DE"}, {"country": "DE"}]');
    expect(done).toMatchObject({ status: 'finished', read: 2, rejected: 2 });
    const failed = employer.get(`${imports}/${done.id}/failed-rows`).buffer(true);
    const { text } = await failed.expect(200);
    expect(text).toMatch(/^{"title": "Welder", {2}"country" "DE"}\n{"country":"DE","errors":\[/);
  });

  it('takes everything or nothing if it asks for that', async () => {
    const file = openings([anOpening('A-1'), anOpening('A-2', { title: 'Welder, men only' })]);
    const failed = await upload(file, '?allOrNothing');
    expect(failed).toMatchObject({ status: 'failed', failure: { code: 'rows-rejected' } });
    expect(JSON.stringify(await titles())).not.toContain('A-1');
  });

  it('has a file of more than a megabyte read by a thread of its own, to the same result', async () => {
    const text = 'Welding of pipes. '.repeat(3_000);
    const wish = anOpening('M-x', { title: 'Welders, men only' });
    const many = Array.from({ length: 25 }, (_, at) => anOpening(`M-${at}`, { text }));
    const done = await upload(openings([...many, wish, anOpening('M-0', { title: 'Later' })]));
    expect(done).toMatchObject({ status: 'finished', read: 27, created: 25, rejected: 1 });
    expect(done).toMatchObject({ unchanged: 1 });
    expect(await titles()).toContain('Later open');
  });

  it('is told why a file that breaks off could not be read further', async () => {
    const done = await upload(`<Openings>${anOpening('B-1')}<PositionOpening>`);
    expect(done).toMatchObject({ status: 'failed', read: 1, created: 1 });
    expect(done.failure?.code).toBe('xml-malformed');
  });

  it("sees nobody else's imports, and a ministry delivers only for its own state", async () => {
    const ministry = await test.caller('ministry', 'FR');
    const done = await upload(openings([anOpening('S-1')]), '', ministry);
    expect(done).toMatchObject({ read: 1, rejected: 1 });
    await employer.get(`${imports}/${done.id}`).expect(404);
    await ministry.get(`/v1/candidates/imports/${done.id}`).expect(403);
  });
});
