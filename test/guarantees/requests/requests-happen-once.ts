import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { KeptResponsesWorker } from '../../../src/platform/http/idempotency/kept-responses.worker.ts';
import { night } from '../../support/application/night.ts';
import { aCandidate, aQuota, aVacancy } from '../../support/worlds/builders.ts';
import { figure } from '../../support/suite/figure.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a request with an Idempotency-Key (G3)', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  const offer = (key: string, body = aQuota(), by = ministry): Promise<Response> =>
    Promise.resolve(by.post('/v1/quotas', body).set('Idempotency-Key', key));

  /** Repeats the request as long as the first one is still in progress, until it is answered. */
  const insist = async (key: string, told: number[]): Promise<Response> => {
    for (;;) {
      const response = await offer(key);
      told.push(response.status);
      if (response.status !== 409) return response;
      expect(response.body.code).toBe('idempotency-in-flight');
      await sleep(20);
    }
  };

  const countQuotas = async (): Promise<number> =>
    Number((await ministry.get('/v1/quotas?limit=200').expect(200)).body.items.length);

  it('has one effect and one answer, byte for byte, however often it is sent at once', async () => {
    const before = await countQuotas();
    const key = randomUUID();
    const told: number[] = [];
    const times = figure({ suite: 50, soak: 500 });
    const answers = await Promise.all(Array.from({ length: times }, () => insist(key, told)));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers['etag']))).toEqual(new Set(['"1"']));
    expect(answers.filter(({ headers }) => !headers['idempotency-replayed'])).toHaveLength(1);
    expect(new Set(told)).toEqual(new Set([201, 409]));
    expect(await countQuotas()).toBe(before + 1);
  });

  it('has one effect even if its path is in capitals', async () => {
    const before = await countQuotas();
    const key = randomUUID();
    for (let time = 0; time < 2; time += 1)
      await ministry.post('/V1/Quotas', aQuota()).set('Idempotency-Key', key).expect(201);
    expect(await countQuotas()).toBe(before + 1);
  });

  it('is refused with another body, and has a key of its own in each organisation', async () => {
    const key = randomUUID();
    expect((await offer(key)).status).toBe(201);
    const { status, body } = await offer(key, aQuota({ seats: 11 }));
    expect([status, body.code]).toEqual([422, 'idempotency-key-reused']);
    const france = await test.caller('ministry', 'FR');
    expect((await offer(key, aQuota({ seats: 12 }), france)).status).toBe(201);
  });

  it('leaves no trace if it is refused, so that a corrected request may use the same key', async () => {
    const key = randomUUID();
    expect((await offer(key, aQuota({ scopeCode: '9999x' }))).status).toBe(400);
    expect((await offer(key)).status).toBe(201);
  });

  it('is kept for seven days, across restarts, and cannot be read in the database', async () => {
    const agency = await test.caller('agency', 'MA');
    const [key, person] = [randomUUID(), aCandidate({ familyName: 'Canary-Idempotency' })];
    const enter = () => agency.post('/v1/candidates', person).set('Idempotency-Key', key);
    const first = await enter().expect(201);
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ response: Buffer }[]>('SELECT response FROM kept_response'),
    );
    expect(rows.some(({ response }) => response.includes('Canary-Idempotency'))).toBe(false);
    await night(test, KeptResponsesWorker, '2026-12-01');
    expect((await enter().expect(201)).text).toBe(first.text);
    await night(test, KeptResponsesWorker, '2026-12-02');
    const later = await enter().expect(200);
    expect(later.headers['idempotency-replayed']).toBeUndefined();
  });

  it('works alike on operations that create, and is refused if it needs no key', async () => {
    const employer = await test.caller('employer', 'ES');
    const key = randomUUID();
    const publish = () => employer.post('/v1/vacancies', aVacancy()).set('Idempotency-Key', key);
    const [first, second] = [await publish().expect(201), await publish().expect(201)];
    expect(second.text).toBe(first.text);
    const upload = employer.post('/v1/vacancies/bulk', '[]').set('Idempotency-Key', key);
    expect((await upload.expect(400)).body.code).toBe('idempotency-key-not-taken');
    const malformed = await offer(' ');
    expect([malformed.status, malformed.body.code]).toEqual([400, 'malformed-idempotency-key']);
  });
});
