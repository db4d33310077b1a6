import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../support/builders.ts';
import { figure } from '../support/figure.ts';
import { startApp, type TestApp } from '../support/start-app.ts';

describe('a change of an offer (G4)', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('is made by one of 200 who read the same version; 199 are told to read it again', async () => {
    const ministry = await test.caller('ministry', 'ES');
    const { body, headers } = await ministry.post('/v1/quotas', aQuota()).expect(201);
    expect(headers['etag']).toBe('"1"');
    const path = `/v1/quotas/${String(body.id)}`;
    const callers = figure({ suite: 200, soak: 2_000 });
    const statuses = await Promise.all(
      Array.from({ length: callers }, async (_, index) => {
        const { status } = await ministry.put(path, aQuota({ seats: index + 1 }), 1);
        return status;
      }),
    );
    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 412)).toHaveLength(callers - 1);
    await ministry.put(path, aQuota()).expect(428);
  });
});
