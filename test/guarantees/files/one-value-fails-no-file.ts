import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { tooLong } from '../../support/callers/odd-values.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const path = '/v1/vacancies/imports';

describe('a file with one value that the database would refuse', () => {
  let test: TestApp;
  let employer: Caller;

  beforeAll(async () => {
    test = await startApp();
    employer = await test.caller('employer', 'DE');
  });

  afterAll(() => test.stop());

  const named = ['A', tooLong, 'B'].map((id) => anOpening(id));

  it('is delivered except for the record whose id is too long', async () => {
    const { body } = await employer.post('/v1/vacancies/bulk', openings(named)).expect(200);
    expect(body).toMatchObject({ read: 3, created: 2, rejected: 1 });
    const where = { code: 'id-too-long', row: 2, path: 'PositionOpening/DocumentID' };
    expect(body.results[1].findings).toContainEqual(expect.objectContaining(where));
  });

  it('is imported except for the records whose ids are too long, and so is the next file', async () => {
    const closed = anOpening(`${tooLong}x`, { status: 'Closed' });
    const mixed = [...named, closed, anOpening('C')];
    const done = await importFile(test, employer, openings(mixed), { path });
    expect(done).toMatchObject({ status: 'finished', created: 1, unchanged: 2, rejected: 2 });
    const next = await importFile(test, employer, openings([anOpening('D')]), { path });
    expect(next).toMatchObject({ status: 'finished', created: 1 });
  });

  it.each(['bulk', 'imports'])(
    'loses U+0000 and halves of characters from its texts: %s',
    async (by) => {
      const odd = { title: 'Soudeur \0TIG \ud800', skills: [{ label: 'TIG\0', essential: true }] };
      const records = ['N-1', 'N\0-2', 'N-3\ud800'].map((sourceId) =>
        aVacancy({ ...odd, sourceAgency: by, sourceId, employerName: 'Sol\0' }),
      );
      const lines = records.map((record) => JSON.stringify(record)).join('\n');
      const done =
        by === 'bulk'
          ? (await employer.post('/v1/vacancies/bulk', lines).expect(200)).body
          : await importFile(test, employer, lines, { path });
      expect(done).toMatchObject({ created: 3, rejected: 0 });
      const { body } = await employer.get('/v1/vacancies?limit=200').expect(200);
      const stored = (body.items as ReturnType<typeof aVacancy>[]).filter(
        ({ sourceAgency }) => sourceAgency === by,
      );
      expect(new Set(stored.map(({ sourceId }) => sourceId))).toEqual(
        new Set(['N-1', 'N-2', 'N-3\ufffd']),
      );
      expect(stored[0]).toMatchObject({ title: 'Soudeur TIG \ufffd', employerName: 'Sol' });
    },
  );
});
