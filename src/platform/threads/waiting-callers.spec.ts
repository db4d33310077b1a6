import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { runTypescript } from '../../../test/support/processes/run-typescript.ts';
import { countWaitingCaller } from './waiting-callers.ts';

/** A worker that pauses whenever it is asked to, and returns for how many milliseconds. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const { pauseForWaitingCallers } = await import('${new URL('./waiting-callers.ts', import.meta.url).href}');
    parentPort.on('message', () => {
      const at = performance.now();
      pauseForWaitingCallers();
      parentPort.postMessage(performance.now() - at);
    });
    parentPort.postMessage(0);`)}`,
);

describe('a thread of background work', () => {
  let worker: Worker;
  const said = async (): Promise<number> => {
    const [milliseconds] = (await once(worker, 'message')) as [number];
    return milliseconds;
  };
  const pause = (): Promise<number> => {
    worker.postMessage('pause');
    return said();
  };

  beforeAll(async () => {
    worker = new Worker(thread, { execArgv: [...runTypescript] });
    await said();
  });

  afterAll(async () => {
    await worker.terminate();
  });

  /** Lets the thread work for long enough to pause for as long as it may. */
  beforeEach(() => sleep(300));

  it('continues if nobody waits for an answer', async () => {
    expect(await pause()).toBeLessThan(100);
  });

  it('pauses until the waiting caller is answered', async () => {
    const answered = countWaitingCaller();
    const paused = pause();
    await sleep(120);
    answered();
    expect(await paused).toBeGreaterThan(100);
  });

  it('pauses for no longer than it has worked, however many wait', async () => {
    const answered = [countWaitingCaller(), countWaitingCaller()];
    expect(await pause()).toBeGreaterThan(200);
    expect(await pause()).toBeLessThan(200);
    for (const each of answered) each();
  });

  it('does not pause for a caller who has waited for long', async () => {
    const answered = countWaitingCaller();
    await sleep(600);
    expect(await pause()).toBeLessThan(100);
    answered();
    const next = countWaitingCaller();
    expect(await pause()).toBeGreaterThan(200);
    next();
  });
});
