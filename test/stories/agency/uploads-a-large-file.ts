import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { ImportView } from '../../../src/platform/imports/import-view.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const header = 'référence;nom;nationalité;métier;langues;remarques';
const remark = 'é'.repeat(400);
const rows = Array.from({ length: 1_500 }, (_, at) => {
  const nationality = at % 100 === 7 ? 'Atlantide' : 'Maroc';
  return `R-${at % 1_400};Alami;${nationality};Infirmière;fr:B2;${remark}`;
});

/** A file of this size is read in a thread of its own, with the same results as any other file. */
describe('an agency with a file of more than a megabyte', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  async function upload(lines: readonly string[]): Promise<ImportView> {
    const sent = agency.post('/v1/candidates/imports').set('Content-Type', 'text/csv');
    const { body } = await sent.send([header, ...lines].join('\n')).expect(202);
    await test.settle();
    const answer = await agency.get(`/v1/candidates/imports/${body.id}`).expect(200);
    return answer.body as ImportView;
  }

  it('gets everybody in it, each fault with its place, and titles read by what is known here', async () => {
    const done = await upload(rows);
    expect(done).toMatchObject({ status: 'finished', read: 1_500, rejected: 15, created: 1_386 });
    const { body: groups } = await agency.get(`/v1/candidates/imports/${done.id}/error-groups`);
    expect(groups.items).toContainEqual(
      expect.objectContaining({
        code: 'nationality-missing',
        count: 15,
        firstRow: 8,
        header: 'nationalité',
      }),
    );
    const { body: found } = await agency.get('/v1/candidates?q=nurse').expect(200);
    expect(found.total).toBe(1_386);
  });

  it("searches them as fast at once as later, because the planner's statistics know of them", async () => {
    const known = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ people: number }[]>(
        `SELECT reltuples::int AS people FROM pg_class WHERE relname = 'candidate_index'`,
      ),
    );
    expect(known).toEqual([{ people: 1_386 }]);
  });

  it('gets all rows back if none could be imported, each once with its fault', async () => {
    const wrong = rows.map((row, at) =>
      row.replace(/^R-\d+/, `W-${at}`).replace('Maroc', at % 2 ? 'Atlantide' : ''),
    );
    const { id } = await upload(wrong);
    const { text } = await agency
      .get(`/v1/candidates/imports/${id}/failed-rows?language=fr`)
      .expect(200);
    const [names = '', ...back] = text.trimEnd().split('\n');
    expect(names).toMatch(/^\uFEFFréférence;nom;.*;error_row;error_column;error_code;/);
    expect(back.map((line) => /^W-\d+/.exec(line)?.[0])).toEqual(wrong.map((_, at) => `W-${at}`));
    expect(back[1_499]).toContain(';1500;nationalité;nationality-missing;');
  });

  it('is told why a file that breaks off could not be read further', async () => {
    const done = await upload([...rows.slice(0, 1_400), `R-1;"${'x;y '.repeat(80_000)}`]);
    expect(done).toMatchObject({ status: 'failed', failure: { code: 'csv-line-too-long' } });
    expect(done.read).toBe(done.created + done.updated + done.unchanged + done.rejected);
  });
});
