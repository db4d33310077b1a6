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

/** Of what was sent before, or of the body that came with it. */
export function rangeDiffers(totalBytes?: number): ProblemError {
  const detail =
    totalBytes === undefined
      ? 'The body has another length than Content-Range says. Nothing beyond it was kept.'
      : `The file was said to have ${totalBytes} bytes before; Content-Range says otherwise.`;
  const extensions = totalBytes === undefined ? {} : { totalBytes };
  return new ProblemError({ status: 400, code: 'content-range-differs', detail, extensions });
}

export function digestUnreadable(): ProblemError {
  const detail =
    'Repr-Digest states a SHA-256 that cannot be read: send it as sha-256=:...:, in base64.';
  return new ProblemError({ status: 400, code: 'digest-unreadable', detail });
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

/** `count`: of how many of them, where it is known; told under the name that `what` is. */
export function importInUse(what: string, count?: number): ProblemError {
  const detail = `Something rests on its ${what} already, such as an offer.`;
  const extensions = count === undefined ? {} : { [what]: count };
  return new ProblemError({ status: 409, code: 'import-in-use', detail, extensions });
}
