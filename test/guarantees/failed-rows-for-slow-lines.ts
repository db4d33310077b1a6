import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, type IncomingMessage } from 'node:http';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { type Caller, startApp, type TestApp } from '../support/start-app.ts';

/** More than lies between the two while nothing is taken. */
const ROWS = 4_000;
const CELL = 'x'.repeat(4_000);

describe('failed rows of many at once', () => {
  let test: TestApp;
  let agency: Caller;
  let url: string;

  beforeAll(async () => {
    test = await startApp({ role: 'api', databaseConnections: 2 });
    agency = await test.caller('agency', 'MA');
    const { body } = await agency.post('/v1/candidates/imports', []).expect(202);
    await test.database.as(SYSTEM, (sql) =>
      sql.query(
        `INSERT INTO file_import_error (id, import_id, organisation_id, row, severity, column_name, code, message, format, record)
         SELECT new_id(), $1, $2, row, 'reject', 'nom', 'name-missing', 'No name', 'csv', jsonb_build_object('nom', $3::text)
           FROM generate_series(1, ${ROWS}) AS row`,
        [body.id, agency.organisationId, CELL],
      ),
    );
    url = `${await test.app.getUrl()}/v1/candidates/imports/${body.id}/failed-rows`;
  });

  afterAll(() => test.stop());

  /** Nothing of it is read by itself. */
  function ask(): Promise<IncomingMessage> {
    const request = get(url, { headers: { authorization: `Bearer ${agency.key}` } });
    // What is broken off on purpose says so.
    request.on('error', () => undefined);
    return new Promise((resolve) => request.once('response', resolve));
  }

  async function linesOf(answer: IncomingMessage): Promise<number> {
    let lines = 0;
    for await (const piece of answer) lines += String(piece).split('\n').length - 1;
    return lines;
  }

  it('are had by who reads on, whoever reads slowly or leaves before, and hold no connection', async () => {
    const slow = await Promise.all([ask(), ask(), ask()]);
    (await ask()).destroy();
    for (const _ of [1, 2, 3, 4]) await agency.get('/v1/candidates').expect(200);
    expect(await linesOf(await ask())).toBe(ROWS + 1);
    for (const one of slow) expect(await linesOf(one)).toBe(ROWS + 1);
  }, 120_000);
});
