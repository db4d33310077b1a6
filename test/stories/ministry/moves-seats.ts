import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { QuotasWorker } from '../../../src/quotas/quotas.worker.ts';
import { night } from '../../support/application/night.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a ministry that manages its national offers', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  const open = async (known = {}): Promise<string> => {
    const { body } = await ministry.post('/v1/quotas', aQuota(known)).expect(201);
    return `/v1/quotas/${String(body.id)}`;
  };
  const idOf = (path: string): string => path.split('/').at(-1) ?? '';
  const take = (path: string, seats: number) =>
    ministry.post(`${path}/entries`, { act: 'take', seats, reason: 'On paper' }).expect(201);

  it('sees what a change would do before it makes it', async () => {
    const path = await open({ seats: 10 });
    await take(path, 8);
    const { body } = await ministry.put(`${path}?dryRun=true`, aQuota({ seats: 5 }), 1).expect(200);
    expect(body).toMatchObject({
      before: { seats: 10, remaining: 2 },
      after: { seats: 5, remaining: 0, overSubscribed: true },
      overSubscribedBy: 3,
      onSeats: { reserved: 0, confirmed: 0, used: 0, outside: 8 },
    });
    expect((await ministry.get(path).expect(200)).body).toMatchObject({ seats: 10, version: 1 });
    await ministry.put(`${path}?dryRun=true`, aQuota({ seats: 5 }), 7).expect(412);
  });

  it('reads the seats as they stood at any moment', async () => {
    const path = await open({ seats: 10 });
    test.clock.moveTo(new Date('2026-11-25T12:00:00Z'));
    await take(path, 4);
    const at = async (asOf: string): Promise<unknown> =>
      (await ministry.get(`${path}/stand?asOf=${asOf}`).expect(200)).body;
    expect(await at('2026-11-25T11:59:59Z')).toMatchObject({
      offered: 10,
      taken: 0,
      remaining: 10,
    });
    expect(await at('2026-11-25T12:00:00Z')).toMatchObject({ outside: 4, taken: 4, remaining: 6 });
    expect(await at('2026-01-01T00:00:00Z')).toMatchObject({ offered: 0, remaining: 0 });
  });

  it('leaves the free seats of an offer to its allocation round until that is drawn', async () => {
    const rest = await open({ scopeScheme: 'any', scopeCode: undefined, region: 'ES70', seats: 1 });
    const falls = { fallsBackTo: idOf(rest), fallsBackOn: '2026-12-20' };
    const share = await open({ scopeCode: '3256', seats: 5, ...falls });
    const dates = { opensOn: '2026-11-25', closesOn: '2026-12-31' };
    await ministry
      .post('/v1/allocation-rounds', {
        quotaId: idOf(share),
        mode: 'lottery',
        ...dates,
        citation: 'Order',
      })
      .expect(201);
    await night(test, QuotasWorker, '2026-12-20');
    expect((await ministry.get(share).expect(200)).body).toMatchObject({ seats: 5 });
    const away = { to: idOf(rest), seats: 1, reason: 'More asked for there' };
    const refused = await ministry.post(`${share}/moves`, away).expect(409);
    expect(refused.body.code).toBe('allocation-pending');
    const back = { to: idOf(share), seats: 1, reason: 'More asked for there' };
    await ministry.post(`${rest}/moves`, back).expect(201);
  });

  it('moves free seats to another of its offers, never seats that are taken', async () => {
    const [from, to] = [await open({ seats: 10 }), await open({ seats: 1 })];
    await take(from, 7);
    const move = (seats: number, target = idOf(to)) =>
      ministry.post(`${from}/moves`, { to: target, seats, reason: 'More asked for there' });
    expect((await move(4).expect(409)).body.code).toBe('seats-not-movable');
    await move(1, idOf(from)).expect(409);
    const { body } = await move(3).expect(201);
    expect(body).toMatchObject({ seats: 7, taken: 7, remaining: 0 });
    expect((await ministry.get(to)).body).toMatchObject({ seats: 4, remaining: 4 });
  });

  it('lets a reserved share fall back to the general offer on its date', async () => {
    const general = await open({ scopeScheme: 'any', scopeCode: undefined, seats: 5 });
    const fallsBackTo = idOf(general);
    const share = await open({ seats: 6, fallsBackTo, fallsBackOn: '2027-06-30' });
    await take(share, 2);
    await night(test, QuotasWorker, '2027-06-29');
    expect((await ministry.get(general)).body).toMatchObject({ seats: 5 });
    for (const on of ['2027-06-30', '2027-07-01']) await night(test, QuotasWorker, on);
    expect((await ministry.get(general)).body).toMatchObject({ seats: 9 });
    expect((await ministry.get(share)).body).toMatchObject({ seats: 2, remaining: 0 });
  });
});
