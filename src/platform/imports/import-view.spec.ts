import { describe, expect, it } from '@jest/globals';
import type { FileImport } from './file-import.entity.ts';
import { viewOf } from './import-view.ts';

const at = (second: number): Date => new Date(Date.UTC(2026, 10, 24, 12, 0, second));

/** Returns the progress of an import of 4,000 bytes that has been read for ten seconds. */
function seen(known: Partial<FileImport>) {
  const found: Partial<FileImport> = {
    status: 'running',
    bytes: 4_000,
    bytesRead: 1_000,
    read: 500,
    finishedAt: null,
    startedAt: at(0),
    passStartedAt: at(0),
    totalBytes: null,
    ...known,
  };
  const { percent, rowsPerSecond, secondsLeft } = viewOf(found as FileImport, at(10));
  return { percent, rowsPerSecond, secondsLeft };
}

describe('the progress of an import', () => {
  it('follows the bytes that have been read', () => {
    expect(seen({})).toEqual({ percent: 25, rowsPerSecond: 50, secondsLeft: 30 });
  });

  it('stays at 99 percent, with no estimate, while a fetched file is still being imported', () => {
    const fetched = { percent: 99, rowsPerSecond: 50, secondsLeft: null };
    expect(seen({ bytesRead: 4_000 })).toEqual(fetched);
    const over = { status: 'finished', bytesRead: 4_000, finishedAt: at(10) } as const;
    expect(seen(over)).toEqual({ ...fetched, percent: 100 });
  });

  it('is measured from the start of the current pass', () => {
    const second = { passStartedAt: at(8), bytesRead: 2_000, read: 500 };
    expect(seen(second)).toEqual({ percent: 50, rowsPerSecond: 250, secondsLeft: 2 });
  });
});
