import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aQuota } from '../../support/worlds/builders.ts';
import { figure } from '../../support/suite/figure.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

/** The number of simultaneous callers. */
const CALLERS = 200;

describe('a change of a national offer (G4)', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('is made by one of 200 callers who read the same version; 199 are told to read it again', async () => {
    const ministry = await test.caller('ministry', 'ES');
    const { body, headers } = await ministry.post('/v1/quotas', aQuota()).expect(201);
    expect(headers['etag']).toBe('"1"');
    const path = `/v1/quotas/${String(body.id)}`;
    const rounds = figure({ suite: 1, soak: 10 });
    for (let version = 1; version <= rounds; version += 1) {
      const statuses = await Promise.all(
        Array.from({ length: CALLERS }, async (_, index) => {
          const { status } = await ministry.put(path, aQuota({ seats: index + 1 }), version);
          return status;
        }),
      );
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect(statuses.filter((status) => status === 412)).toHaveLength(CALLERS - 1);
    }
    await ministry.put(path, aQuota()).expect(428);
  });
});
