import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApiKeys } from '../../../src/access/api-keys.service.ts';
import { Organisations } from '../../../src/access/organisations.service.ts';
import { SystemClock } from '../../../src/platform/clock/clock.ts';
import { actAs, SYSTEM } from '../../../src/platform/database/tenant.ts';
import { startTestDatabase, type TestDatabase } from '../../support/application/test-database.ts';
import { addressOf, killNow, startProcess } from '../../support/processes/child-process.ts';

const imports = '/v1/candidates/imports';

describe('a process that is told to stop', () => {
  let test: TestDatabase;
  let child: ChildProcess;
  let url = '';
  let headers: Record<string, string> = {};

  beforeAll(async () => {
    test = await startTestDatabase();
    const keys = new ApiKeys(test.database, new SystemClock());
    const key = await actAs(SYSTEM, async () => {
      const agency = { name: 'Agency', role: 'agency' as const, country: 'MA' };
      const { id } = await new Organisations(test.database, keys).create(agency);
      return (await keys.create(id, 'test')).key;
    });
    headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'text/csv' };
    child = startProcess('api.ts', { databaseUrl: test.url });
    url = await addressOf(child);
  }, 60_000);

  afterAll(async () => {
    if (child.exitCode === null && child.signalCode === null) await killNow(child);
    await test.stop();
  });

  /** Begins to send a file that has no end, and waits until some of it is stored. */
  async function sendForEver(): Promise<ClientRequest> {
    const sent = httpRequest(`${url}${imports}`, { method: 'POST', headers });
    sent.on('error', () => undefined);
    sent.write(Buffer.alloc(300_000, 'nom;prénom\n'));
    while ((await bytesKept()) === 0) await sleep(50);
    return sent;
  }

  async function bytesKept(): Promise<number> {
    const [row] = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ bytes: number }[]>(
        `SELECT bytes::int AS bytes FROM file_import WHERE status = 'receiving'`,
      ),
    );
    return row?.bytes ?? 0;
  }

  it('ends within seconds, whatever streams and uploads are open, and keeps what arrived', async () => {
    const whole = { method: 'POST', headers, body: 'nom;prénom\nAlami;Salma\n' };
    const { id } = (await (await fetch(`${url}${imports}`, whole)).json()) as { id: string };
    const stream = await fetch(`${url}${imports}/${id}/progress`, { headers });
    expect(stream.status).toBe(200);
    const upload = await sendForEver();
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const outcome = await Promise.race([ended, sleep(20_000, 'still there', { ref: false })]);
    upload.destroy();
    await stream.body?.cancel().catch(() => undefined);
    expect(outcome).not.toBe('still there');
    expect(await bytesKept()).toBeGreaterThanOrEqual(262_144);
  }, 60_000);
});
