import type { FileImport } from './file-import.entity.ts';

/** An import with its progress. */
export interface ImportView extends FileImport {
  /**
   * 0 to 100, by bytes: those received, then those read. An all-or-nothing import is read twice,
   * and the value is that of the current reading. Below 100 while it runs.
   */
  percent: number;
  /** Rows per second in the current reading; null before it starts. */
  rowsPerSecond: number | null;
  /**
   * Seconds until the current reading ends at this pace. Null if that is unknown, as when the whole
   * file was fetched before its first record, and at the end.
   */
  secondsLeft: number | null;
}

/** Returns whether nothing more happens to the import until somebody asks for it. */
export function isAtRest({ status }: FileImport): boolean {
  return status !== 'waiting' && status !== 'running';
}

/** Returns whether the file has arrived and nothing more happens until somebody asks for it. */
export function isOver(found: FileImport): boolean {
  return isAtRest(found) && found.status !== 'receiving';
}

/** Returns the import with its progress. While it runs, its pace is computed up to `now`. */
export function viewOf(found: FileImport, now: Date): ImportView {
  const { bytes, bytesRead, read, passStartedAt, finishedAt, totalBytes, status } = found;
  const receiving = status === 'receiving';
  const [done, all] = receiving ? [bytes, totalBytes ?? 0] : [bytesRead, bytes];
  const percent = all === 0 ? 0 : Math.floor((100 * done) / all);
  const until = finishedAt ?? now;
  const seconds = passStartedAt ? (until.getTime() - passStartedAt.getTime()) / 1000 : 0;
  const isRunning = status === 'running';
  // Fetched bytes are not yet taken in: a workbook or an archive is fetched whole before its first
  // record.
  const isUnderWay = isRunning && seconds > 0 && bytesRead > 0 && bytesRead < bytes;
  return {
    ...found,
    percent: isRunning ? Math.min(percent, 99) : percent,
    rowsPerSecond: seconds > 0 ? Math.round(read / seconds) : null,
    secondsLeft: isUnderWay ? Math.ceil(((bytes - bytesRead) * seconds) / bytesRead) : null,
  };
}
