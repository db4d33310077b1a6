import { describe, expect, it } from '@jest/globals';
import { runInThread } from './run-in-thread.ts';

/** A worker that returns one result and is then busy for ever. */
const busy = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    parentPort.postMessage({ kind: 'result', value: 'first' });
    for (;;) continue;`)}`,
);

describe('a thread', () => {
  it('ends at any moment on its signal, whatever it is doing', async () => {
    const left = new AbortController();
    const input = (async function* (): AsyncGenerator<Uint8Array> {})();
    const results = runInThread(busy, { data: null, input, signal: left.signal });
    expect(await results.next()).toEqual({ done: false, value: 'first' });
    const never = results.next();
    left.abort(new Error('nobody reads it'));
    await expect(never).rejects.toThrow('nobody reads it');
    expect(await results.next()).toMatchObject({ done: true });
  });
});
