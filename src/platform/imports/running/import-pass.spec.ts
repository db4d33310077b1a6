import { describe, expect, it } from '@jest/globals';
import type { JobSteps } from '../../queue/handles-job.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { ImportBatch, ImportBatches } from './import-batch.ts';
import { ImportCancelled, ImportPass } from './import-pass.ts';

type Next = IteratorResult<ImportBatch, null>;

/** Returns a reader that is silent for the given milliseconds and then ends. */
function silentFor(ms: number, onReturn: () => void): ImportBatches<ImportBatch> {
  return {
    next: () =>
      new Promise<Next>((resolve) => {
        setTimeout(resolve, ms, { done: true, value: null }).unref();
      }),
    return: () => {
      onReturn();
      return Promise.resolve({ done: true, value: null });
    },
  } as unknown as ImportBatches<ImportBatch>;
}

const noBatch = (): Promise<never> => Promise.reject(new Error('There is no batch.'));
const steps: JobSteps = { once: noBatch, isDone: noBatch };

/** Creates a pass of an import that is cancelled after the given number of looks at it. */
function aPass(silentMs: number, looksUntilCancelled: number) {
  const seen = { looks: 0, returned: false };
  const look = (): Promise<Partial<FileImport>> => {
    seen.looks += 1;
    const cancelAskedAt = seen.looks > looksUntilCancelled ? new Date() : null;
    return Promise.resolve({ cancelAskedAt, status: 'running' });
  };
  const database = { as: (_: unknown, inside: (sql: object) => unknown) => inside(sql) };
  const sql = { findOneByOrFail: look };
  const batches = silentFor(silentMs, () => (seen.returned = true));
  const importer = { reading: { read: () => Promise.resolve(batches) } };
  const found = { id: 'import' };
  const pass = new ImportPass(database as never, importer as never, found as never, 'write');
  return { pass, seen };
}

describe('an import whose reader is silent', () => {
  it('notices within seconds that it is cancelled, and closes the reader', async () => {
    const { pass, seen } = aPass(300_000, 2);
    const began = Date.now();
    await expect(pass.run(steps)).rejects.toThrow(ImportCancelled);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(seen).toEqual({ looks: 3, returned: true });
  });

  it('is looked at once a second until the reader answers, and not afterwards', async () => {
    const { pass, seen } = aPass(2_500, Infinity);
    await expect(pass.run(steps)).resolves.toBeNull();
    const looks = seen.looks;
    expect(looks).toBeGreaterThanOrEqual(2);
    expect(looks).toBeLessThanOrEqual(3);
    await new Promise((resolve) => {
      setTimeout(resolve, 1_500);
    });
    expect(seen.looks).toBe(looks);
  });
});
