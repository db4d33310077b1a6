import { ProblemError } from '../http/problem.ts';
import type { ImportStatus } from './file-import.entity.ts';

export function importNotFound(): ProblemError {
  const detail = 'There is no such import, or it is not yours to see.';
  return new ProblemError({ status: 404, code: 'import-not-found', detail });
}

export function noFailedRows(): ProblemError {
  const detail = 'No row is there to be mended; what there is to say stands under errors.';
  return new ProblemError({ status: 404, code: 'no-failed-rows', detail });
}

export function emptyUpload(): ProblemError {
  const detail = 'The upload has no content.';
  return new ProblemError({ status: 400, code: 'empty-upload', detail });
}

export function rangeUnreadable(): ProblemError {
  const detail =
    'Send Content-Range as "bytes first-last/length", with the length of the whole file.';
  return new ProblemError({ status: 400, code: 'content-range-unreadable', detail });
}

/** `Range` says what is here already, so that the sender goes on from there (RFC 9110, 14.4). */
export function rangeElsewhere(bytes: number, totalBytes: number | null): ProblemError {
  const detail = `The next byte that is waited for is ${bytes}.`;
  const headers = {
    'Content-Range': `bytes */${totalBytes ?? '*'}`,
    'Upload-Offset': String(bytes),
  };
  const extensions = { bytes };
  return new ProblemError({ status: 416, code: 'wrong-offset', detail, headers, extensions });
}

export function digestDiffers(sha256: string): ProblemError {
  const detail = 'What arrived is not what was sent: send the file again.';
  const extensions = { sha256 };
  return new ProblemError({ status: 422, code: 'digest-differs', detail, extensions });
}

export function wrongStatus(status: ImportStatus, allowed: readonly ImportStatus[]): ProblemError {
  const detail = `The import is ${status}; this needs one that is ${allowed.join(' or ')}.`;
  const extensions = { importStatus: status };
  return new ProblemError({ status: 409, code: 'import-status', detail, extensions });
}

export function undoTooLate(days: number): ProblemError {
  const detail = `An import can be undone for ${days} days.`;
  return new ProblemError({ status: 409, code: 'undo-too-late', detail });
}

/** `what`: such as `people`, whose number is told under that name. */
export function changedSince(count: number, what: string): ProblemError {
  const detail = `${count} of its ${what} were changed since, by hand or by another import.`;
  return new ProblemError({
    status: 409,
    code: 'import-changed-since',
    detail,
    extensions: { [what]: count },
  });
}

export function importInUse(what: string): ProblemError {
  const detail = `Something rests on its ${what} already, such as an offer.`;
  return new ProblemError({ status: 409, code: 'import-in-use', detail });
}
