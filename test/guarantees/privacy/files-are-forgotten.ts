import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { ImportsWorker } from '../../../src/platform/imports/imports.worker.ts';
import { night } from '../../support/application/night.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const imports = '/v1/candidates/imports';

describe('what a file held about people', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  /** Runs the nightly job of the given number of days from today. */
  const nightAfter = (days: number): Promise<void> => {
    const on = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    return night(test, ImportsWorker, on);
  };

  const bring = (known: object, query = ''): Promise<{ id: string }> =>
    importFile(test, agency, JSON.stringify([aCandidate({ reference: 'F-1', ...known })]), {
      query,
    });

  it('is forgotten a week after the file was left unfinished or only checked', async () => {
    const tried = await bring({}, '?dryRun');
    const part = agency.post(imports).set('Content-Type', 'text/csv');
    const { body } = await part.set('Content-Range', 'bytes 0-3/9').send('name').expect(202);
    await nightAfter(6);
    for (const { id } of [tried, body]) await agency.get(`${imports}/${id}`).expect(200);
    await nightAfter(9);
    for (const { id } of [tried, body]) await agency.get(`${imports}/${id}`).expect(404);
  });

  it('is kept for a week from the last part of an upload that began long ago', async () => {
    const url = await test.app.getUrl();
    const send = (call: request.Test, range: string) =>
      call.set('Content-Type', 'text/csv').set('Content-Range', range).send('name').expect(202);
    const { body } = await send(agency.post(imports), 'bytes 0-3/12');
    await test.database.as(SYSTEM, (sql) =>
      sql.query(
        `UPDATE file_import SET created_at = created_at - interval '9 days',
                received_at = received_at - interval '9 days' WHERE id = $1`,
        [body.id],
      ),
    );
    const path = `${imports}/${String(body.id)}`;
    const further = request(url).put(`${path}/content`).auth(agency.key, { type: 'bearer' });
    await send(further, 'bytes 4-7/12');
    await nightAfter(6);
    await agency.get(path).expect(200);
    await nightAfter(9);
    await agency.get(path).expect(404);
  });

  it('is forgotten, in rejected rows and in people as they were, once nothing can be undone', async () => {
    await bring({});
    const changed = await bring({ familyName: 'Canary' });
    await bring({ familyName: 'Other' });
    const rejected = await bring({ reference: 'F-2', nationalities: ['Canary'] });
    const headless = 'C-1;Canary;1990-02-03;MA\nC-2;Canary;1990-02-03;MA\n';
    const { id: unnamed } = await importFile(test, agency, headless);
    const held = () =>
      test.database.as(SYSTEM, async (sql) => {
        const rows = await sql.query<unknown[]>(
          `SELECT person::text FROM candidate_import_before
           UNION ALL SELECT concat(record, value) FROM file_import_error
           UNION ALL SELECT columns::text FROM file_import`,
        );
        return JSON.stringify(rows).includes('Canary');
      });
    // The application's clock stands still; nights are counted from the real today.
    await test.database.as(SYSTEM, (sql) =>
      sql.query('UPDATE file_import SET finished_at = now()'),
    );
    await nightAfter(29);
    expect(await held()).toBe(true);
    await agency.get(`${imports}/${rejected.id}/failed-rows`).expect(200);
    await nightAfter(32);
    expect(await held()).toBe(false);
    await agency.get(`${imports}/${rejected.id}/failed-rows`).expect(404);
    const { body: kept } = await agency.get(`${imports}/${String(unnamed)}`).expect(200);
    expect(kept).toMatchObject({ rejected: 1, columns: [] });
    for (const { id } of [changed, rejected]) await agency.get(`${imports}/${id}`).expect(200);
  });
});
