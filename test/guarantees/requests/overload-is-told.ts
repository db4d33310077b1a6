import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type request from 'supertest';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aQuota, aVacancy } from '../../support/worlds/builders.ts';
import { figure } from '../../support/suite/figure.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** A pool so small that two slow requests take all of it. */
const CONNECTIONS = 2;
const WAIT_SECONDS = 3;
/** A second longer than any request waits for a connection. */
const HELD_MS = (WAIT_SECONDS + 1) * 1_000;
const CALLERS = figure({ suite: 300, soak: 2_000 });

describe('a process that is asked for more than it can do (G12)', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp({
      role: 'api',
      databaseConnections: CONNECTIONS,
      databaseWaitSeconds: WAIT_SECONDS,
    });
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  const offer = async (): Promise<string> => {
    const { body } = await ministry.post('/v1/quotas', aQuota()).expect(201);
    return String(body.id);
  };

  it('tells callers to retry if it has no connection for them, and fails for nobody', async () => {
    const id = await offer();
    const change = (_: unknown, index: number): request.Test =>
      ministry.put(`/v1/quotas/${id}`, aQuota({ seats: index + 1 }), 1);
    const answers = await whileHeld(id, () => Promise.all(Array.from({ length: CALLERS }, change)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 503).length).toBeGreaterThan(CALLERS / 2);
    // A caller who does get a connection finds the offer changed.
    expect(statuses.filter((status) => ![200, 412, 503].includes(status))).toEqual([]);
    for (const { type, headers, body } of answers.filter(({ status }) => status === 503)) {
      expect(type).toBe('application/problem+json');
      expect(headers['retry-after']).toBe('1');
      expect(body.code).toBe('overloaded');
    }
  });

  it('serves everybody again once the rush is over', async () => {
    await ministry.get(`/v1/quotas/${await offer()}`).expect(200);
    await ministry.get('/livez').expect(200);
  });

  it('never waits for a second connection while it holds the first', async () => {
    const employer = await test.caller('employer', 'ES');
    const { body } = await employer.post('/v1/vacancies', aVacancy()).expect(201);
    const path = `/v1/vacancies/${String(body.id)}/matches`;
    const all = Array.from({ length: 10 * CONNECTIONS }, () => employer.get(path));
    const answers = await Promise.all(all);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });

  /** Holds the offer locked during `work`, longer than any request waits for a connection. */
  async function whileHeld<T>(id: string, work: () => Promise<T>): Promise<T> {
    let result: Promise<T> | undefined;
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query('SELECT 1 FROM quota WHERE id = $1 FOR UPDATE', [id]);
      result = work();
      await sleep(HELD_MS);
    });
    return result ?? work();
  }
});
