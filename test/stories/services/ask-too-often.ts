import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const base = '/input/api/jv/v0.1';
const MOST = 3;

describe('a service that asks the exchange too often', () => {
  let test: TestApp;
  let behindProxies: TestApp;

  beforeAll(async () => {
    const settings = { role: 'api', exchangeRequestsPerMinute: MOST } as const;
    [test, behindProxies] = await Promise.all([
      startApp(settings),
      startApp({ ...settings, proxies: 1 }),
    ]);
  }, 60_000);

  afterAll(() => Promise.all([test.stop(), behindProxies.stop()]));

  const ask = async (app: TestApp, forwardedFor = ''): Promise<request.Response> =>
    request(await app.app.getUrl())
      .get(`${base}/getAll`)
      .set('X-Forwarded-For', forwardedFor);

  it('is told when to come again, whatever address it claims, while others are served', async () => {
    for (let time = 0; time < MOST; time += 1) {
      expect((await ask(test, `192.0.2.${time}`)).status).toBe(200);
    }
    const { status, type, body, headers } = await ask(test, '192.0.2.9');
    expect([status, type]).toEqual([429, 'application/problem+json']);
    expect(body.code).toBe('asked-too-often');
    const seconds = Number(headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    const { get } = await test.caller('monitor');
    await get('/v1/exchange-sources').expect(200);
  });

  it('is known by the address that the proxy before the application reports', async () => {
    const statuses: number[] = [];
    for (const address of ['192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.1', '192.0.2.2']) {
      statuses.push((await ask(behindProxies, address)).status);
    }
    expect(statuses).toEqual([200, 200, 200, 429, 200]);
  });
});
