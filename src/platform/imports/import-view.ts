import type { FileImport } from './file-import.entity.ts';

/** An import with its progress. */
export interface ImportView extends FileImport {
  /** 0 to 100, by bytes; of all or nothing, which is read twice, of the time that it is read now. Below 100 while it runs. */
  percent: number;
  /** Of that time too; null before it starts. */
  rowsPerSecond: number | null;
  /**
   * Of the work that is left of that time at this pace; null while nobody can tell, as where the whole file was fetched before
   * its first record, and at the end.
   */
  secondsLeft: number | null;
}

/** Nothing happens any more until somebody asks for it. */
export function isAtRest({ status }: FileImport): boolean {
  return status !== 'waiting' && status !== 'running';
}

/** The file is here, and nothing is left to follow. */
export function isOver(found: FileImport): boolean {
  return isAtRest(found) && found.status !== 'receiving';
}

/** `now`: by which the pace is reckoned while it runs. */
export function viewOf(found: FileImport, now: Date): ImportView {
  const { bytes, bytesRead, read, passStartedAt, finishedAt, totalBytes, status } = found;
  const receiving = status === 'receiving';
  const [done, all] = receiving ? [bytes, totalBytes ?? 0] : [bytesRead, bytes];
  const percent = all === 0 ? 0 : Math.floor((100 * done) / all);
  const until = finishedAt ?? now;
  const seconds = passStartedAt ? (until.getTime() - passStartedAt.getTime()) / 1000 : 0;
  const isRunning = status === 'running';
  // What is fetched is not yet taken in: of a workbook or an archive everything is fetched before its first record.
  const isUnderWay = isRunning && seconds > 0 && bytesRead > 0 && bytesRead < bytes;
  return {
    ...found,
    percent: isRunning ? Math.min(percent, 99) : percent,
    rowsPerSecond: seconds > 0 ? Math.round(read / seconds) : null,
    secondsLeft: isUnderWay ? Math.ceil(((bytes - bytesRead) * seconds) / bytesRead) : null,
  };
}
