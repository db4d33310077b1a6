import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ClientRequest, get, type IncomingMessage } from 'node:http';
import { Config } from '../../../src/platform/config/config.ts';
import { actAs, SYSTEM } from '../../../src/platform/database/tenant.ts';
import { FailedRows } from '../../../src/platform/imports/failed-rows/failed-rows.service.ts';
import type { FileImport } from '../../../src/platform/imports/file-import.entity.ts';
import type { ImportSubject } from '../../../src/platform/imports/import-subject.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** More than the buffers between server and client hold while the client reads nothing. */
const ROWS = 4_000;
const CELL = 'x'.repeat(4_000);

interface Download {
  request: ClientRequest;
  answer: Promise<IncomingMessage>;
  isAnswered: boolean;
}

describe('the failed-rows download of many callers at once', () => {
  let test: TestApp;
  let agency: Caller;
  let url: string;
  let importId: string;

  beforeAll(async () => {
    test = await startApp({ role: 'api', databaseConnections: 2 });
    agency = await test.caller('agency', 'MA');
    const { body } = await agency.post('/v1/candidates/imports', []).expect(202);
    await test.database.as(SYSTEM, (sql) =>
      sql.query(
        `INSERT INTO file_import_error (id, import_id, organisation_id, row, severity, column_name, code, message, format, record)
         SELECT new_id(), $1, $2, row, 'reject', 'nom', 'name-missing', 'No name', 'csv', jsonb_build_object('names', ARRAY['nom'], 'cells', ARRAY[$3::text])
           FROM generate_series(1, ${ROWS}) AS row`,
        [body.id, agency.organisationId, CELL],
      ),
    );
    importId = body.id;
    url = `${await test.app.getUrl()}/v1/candidates/imports/${importId}/failed-rows`;
  });

  afterAll(() => test.stop());

  /** Asks for the failed rows, but reads nothing of the answer. */
  function ask(): Download {
    const request = get(url, { headers: { authorization: `Bearer ${agency.key}` } });
    const answer = new Promise<IncomingMessage>((resolve) => request.once('response', resolve));
    const download = { request, answer, isAnswered: false };
    void answer.then(() => (download.isAnswered = true));
    // A download that is broken off on purpose reports an error.
    request.on('error', () => undefined);
    return download;
  }

  /**
   * Writes the file to its end as another process would. An earlier request that need not wait is
   * answered long before.
   */
  async function writeElsewhere(): Promise<void> {
    const elsewhere = new FailedRows(test.database, test.app.get(Config));
    const found = { id: importId, format: 'csv', columns: [] } as unknown as FileImport;
    await actAs(SYSTEM, async () => {
      const file = await elsewhere.send(found, { sayings: {} } as ImportSubject, 'en');
      for await (const _ of file.getStream()) continue;
    });
  }

  async function linesOf({ answer }: Download): Promise<number> {
    let lines = 0;
    for await (const piece of await answer) lines += String(piece).split('\n').length - 1;
    return lines;
  }

  it('is written for four, while others wait without a connection, leave, or overtake a slow reader', async () => {
    const [one, ...slow] = [ask(), ask(), ask(), ask()];
    await Promise.all([one, ...slow].map(({ answer }) => answer));
    const [waiting, leaving] = [ask(), ask()];
    for (const _ of [1, 2, 3, 4]) await agency.get('/v1/candidates').expect(200);
    await writeElsewhere();
    expect([waiting.isAnswered, leaving.isAnswered]).toEqual([false, false]);
    leaving.request.destroy();
    // The four have read nothing more, so the waiting one goes before them.
    await waiting.answer;
    expect(await linesOf(one)).toBe(ROWS + 1);
    expect(await linesOf(waiting)).toBe(ROWS + 1);
    for (const other of slow) {
      other.request.destroy();
      (await other.answer).destroy();
    }
    const free = await Promise.all([ask(), ask(), ask(), ask()].map(({ answer }) => answer));
    for (const answer of free) answer.destroy();
  }, 120_000);
});
