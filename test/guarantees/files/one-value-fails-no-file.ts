import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { processorTime } from '../../support/suite/processor-time.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { tooLong } from '../../support/callers/odd-values.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const path = '/v1/vacancies/imports';

/** Makes a text that no compression shortens. */
const randomText = (bytes: number): string => randomBytes(bytes).toString('base64');

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

  describe('of a candidate', () => {
    const people = '/v1/candidates/imports';
    const aPerson = (reference: string, other: object = {}): object => ({
      reference,
      nationalities: ['MA'],
      ...other,
    });
    let agency: Caller;

    beforeAll(async () => {
      agency = await test.caller('agency', 'MA');
    });

    const sent = async (records: readonly object[]) => {
      const done = await importFile(
        test,
        agency,
        records.map((one) => JSON.stringify(one)).join('\n'),
      );
      const { body } = await agency
        .get(`${people}/${done.id}/errors?limit=200&language=fr`)
        .expect(200);
      return { done, errors: body.items as { row: number; code: string; message: string }[] };
    };

    it('is imported except for the record whose reference is far too long', async () => {
      const { done, errors } = await sent([
        aPerson('L-1'),
        aPerson(randomText(3_000)),
        aPerson('L-2'),
      ]);
      expect(done).toMatchObject({ status: 'finished', created: 2, rejected: 1 });
      expect(errors).toMatchObject([{ row: 2, code: 'value-refused' }]);
    });

    it('takes references as one if they are one without U+0000, and half a character as another', async () => {
      const { done } = await sent(
        ['N-1', 'N\0-1', 'N-\ud800', 'N-\ud801'].map((one) => aPerson(one)),
      );
      expect(done).toMatchObject({ status: 'finished', created: 2, unchanged: 2, rejected: 0 });
    });

    it('refuses a text that is nothing without U+0000', async () => {
      const witness = { scanSha256: 'a'.repeat(64), witness: '\0' };
      const at = {
        purpose: 'matching',
        sections: ['skills'],
        countries: ['ES'],
        givenOn: '2026-09-01',
      };
      const { done, errors } = await sent([aPerson('W-1', { consents: [{ ...at, ...witness }] })]);
      expect(done).toMatchObject({ status: 'finished', rejected: 1 });
      expect(errors).toMatchObject([{ row: 1, code: 'value-refused' }]);
    });

    it('keeps a record of many faults once, and tells the first hundred', async () => {
      const skills = Array.from({ length: 200 }, (_, at) => `skill ${at}`);
      const { done, errors } = await sent([aPerson('F-1', { skills })]);
      expect(done).toMatchObject({ status: 'finished', rejected: 1 });
      expect(errors).toHaveLength(101);
      const message = expect.stringContaining("d'autres erreurs");
      expect(errors.at(-1)).toMatchObject({ code: 'faults-left', value: '101', message });
      const [kept] = await test.database.as(SYSTEM, (sql) =>
        sql.query(
          'SELECT count(record)::int AS records FROM file_import_error WHERE import_id = $1',
          [done.id],
        ),
      );
      expect(kept).toEqual({ records: 1 });
      const { text } = await agency
        .get(`${people}/${done.id}/failed-rows`)
        .buffer(true)
        .expect(200);
      const again = JSON.parse(text) as { skills: string[]; errors: object[] };
      expect([again.skills, again.errors.length]).toEqual([skills, 100]);
    });

    it('refuses a record of many thousand unknown members at once', async () => {
      const unknown = Array.from({ length: 100_000 }, (_, at) => [`column ${at}`, at]);
      const startedAt = processorTime();
      const { done, errors } = await sent([
        aPerson('U-1', Object.fromEntries(unknown)),
        aPerson('U-2'),
      ]);
      expect(processorTime() - startedAt).toBeLessThan(5_000);
      expect(done).toMatchObject({ status: 'finished', created: 1, rejected: 1 });
      expect(errors).toHaveLength(21);
      expect(errors[0]).toMatchObject({ row: 1, code: 'value-refused', columnName: '/column 0' });
      expect(errors.at(-1)).toMatchObject({ code: 'faults-left', value: '99980' });
    });
  });
});
