import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRoad, type Road } from '../../../test/support/worlds/road.ts';
import { startApp, type TestApp } from '../../../test/support/application/start-app.ts';
import { SimulationWorker } from './simulation.worker.ts';

describe('a cancelled simulation', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    // With the role `api` no job runs by itself.
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
    await road.publish();
  });

  afterAll(() => test.stop());

  it('makes no report, however often it was cancelled before it began', async () => {
    const draft = { seats: [{ quotaId: road.quotaId, more: 5 }] };
    const { body } = await road.ministry.post('/v1/simulations', draft).expect(202);
    expect(body).toMatchObject({ status: 'waiting', percent: 0, report: null });
    const path = `/v1/simulations/${body.id}`;
    await road.ministry.post(`${path}/cancel`).expect(200);
    await road.ministry.post(`${path}/cancel`).expect(200);
    const wentOn = (): Promise<never> => Promise.reject(new Error('It went on.'));
    const steps = { once: wentOn, isDone: wentOn };
    await test.app.get(SimulationWorker).run({ simulationId: String(body.id) }, steps);
    const { body: after } = await road.ministry.get(path).expect(200);
    expect(after).toMatchObject({ status: 'cancelled', done: 0, report: null });
  });
});
