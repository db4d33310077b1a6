import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AllocationDraws } from '../../../src/placements/allocation/allocation.worker.ts';
import { PlacementsWorker } from '../../../src/placements/placements.worker.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { figure } from '../../support/suite/figure.ts';
import { night } from '../../support/application/night.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** The number of simultaneous callers. */
const CALLERS = 200;

describe('what many do to a national offer at once', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
  });

  afterAll(() => test.stop());

  it('is changed by one of 200 callers who read the same version; 199 are told to read it again (G4)', async () => {
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

  it('is drawn once, whoever asks while the draw is under way', async () => {
    const { body: quota } = await ministry.post('/v1/quotas', aQuota()).expect(201);
    const window = { opensOn: '2026-11-24', closesOn: '2026-11-25' };
    const announced = {
      quotaId: quota.id,
      mode: 'lottery',
      ...window,
      citation: 'Order for tests',
    };
    const { body } = await ministry.post('/v1/allocation-rounds', announced).expect(201);
    const path = `/v1/allocation-rounds/${body.id}`;
    test.clock.moveTo(new Date('2026-11-26T12:00:00Z'));
    const asked = await test.database.as(SYSTEM, async (sql) => {
      await test.app.get(AllocationDraws).draw({ roundId: String(body.id), batch: 1 }, sql);
      const meanwhile = [
        ministry.post(`${path}/draw`, {}).then(({ status }) => status),
        night(test, PlacementsWorker, '2026-11-26').then(() => null),
      ];
      await someoneWaits(test.database, 2);
      return meanwhile;
    });
    expect(await Promise.all(asked)).toEqual([409, null]);
    await test.settle();
    const { body: round } = await ministry.get(path).expect(200);
    expect(round).toMatchObject({ status: 'drawn', draws: 1, nextDrawAfterOn: null });
  });
});
