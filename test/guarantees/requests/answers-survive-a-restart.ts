import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ApiKeys } from '../../../src/access/api-keys.service.ts';
import { Organisations } from '../../../src/access/organisations.service.ts';
import { SystemClock } from '../../../src/platform/clock/clock.ts';
import { actAs, SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { addressOf, killNow, startProcess } from '../../support/processes/child-process.ts';
import { figure } from '../../support/suite/figure.ts';
import { startTestDatabase, type TestDatabase } from '../../support/application/test-database.ts';

const RESTARTS = figure({ suite: 1, soak: 10 });

describe('an answer kept for retries (G3)', () => {
  let test: TestDatabase;
  let key: string;

  beforeAll(async () => {
    test = await startTestDatabase();
    const keys = new ApiKeys(test.database, new SystemClock());
    key = await actAs(SYSTEM, async () => {
      const ministry = { name: 'Ministry', role: 'ministry' as const, country: 'ES' };
      const { id } = await new Organisations(test.database, keys).create(ministry);
      return (await keys.create(id, 'test')).key;
    });
  });

  afterAll(() => test.stop());

  const offer = async (url: string, idempotencyKey: string): Promise<Response> =>
    fetch(`${url}/v1/quotas`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${key}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': idempotencyKey,
      },
      body: JSON.stringify(aQuota()),
    });

  it(
    'is the same, byte for byte, from a process started after the first was killed',
    async () => {
      const kept = new Map<string, string>();
      for (let restart = 0; restart <= RESTARTS; restart += 1) {
        const child = startProcess('api.ts', { databaseUrl: test.url });
        const url = await addressOf(child);
        for (const [idempotencyKey, text] of kept) {
          const again = await offer(url, idempotencyKey);
          expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true']);
          expect(await again.text()).toBe(text);
        }
        const fresh = randomUUID();
        const first = await offer(url, fresh);
        expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
        kept.set(fresh, await first.text());
        await killNow(child);
      }
      const [row] = await test.database.as(SYSTEM, (sql) =>
        sql.query<{ count: number }[]>('SELECT count(*)::int AS count FROM quota'),
      );
      expect(row?.count).toBe(RESTARTS + 1);
    },
    figure({ suite: 120_000, soak: 1_200_000 }),
  );
});
