import {
  digestUnreadable,
  rangeDiffers,
  rangeElsewhere,
  rangeUnreadable,
} from '../import.errors.ts';

/** A body with its headers. */
export interface UploadPart extends AsyncIterable<Uint8Array> {
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** Which bytes of the whole file a body holds. */
export interface ContentRange {
  first: number;
  /** The first byte after the body. */
  end: number;
  /** The length of the whole file. */
  length: number;
}

/**
 * Reads `Content-Range: bytes first-last/length` (RFC 9110, 14.4). An asterisk for first-last means
 * a part without content, from a sender who has sent everything but did not get the answer. Null
 * without the header, which means the whole file.
 * @throws ProblemError 400 for another form, or if the body has another length; 416 for a first
 * part that does not begin at 0
 */
export function readContentRange(headers: UploadPart['headers'], resumed: true): ContentRange;
export function readContentRange(headers: UploadPart['headers']): ContentRange | null;
export function readContentRange(
  headers: UploadPart['headers'],
  resumed = false,
): ContentRange | null {
  const header = headers['content-range'];
  if (header === undefined && !resumed) return null;
  const range = rangeOf(String(header));
  if (range === null) throw rangeUnreadable();
  if (!resumed && range.first !== 0) throw rangeElsewhere(0, range.length);
  const content = headers['content-length'];
  if (content !== undefined && Number(content) !== range.end - range.first) throw rangeDiffers();
  return range;
}

function rangeOf(header: string): ContentRange | null {
  const [, first, last, length] =
    /^bytes (?:(\d{1,15})-(\d{1,15})|\*)\/(\d{1,15})$/.exec(header) ?? [];
  if (length === undefined) return null;
  const whole = Number(length);
  if (first === undefined) return { first: whole, end: whole, length: whole };
  const range = { first: Number(first), end: Number(last) + 1, length: whole };
  return range.first < range.end && range.end <= whole ? range : null;
}

/**
 * Returns the SHA-256 that the sender states (RFC 9530, `Repr-Digest: sha-256=:...:`), in
 * hexadecimal, or null if none is stated.
 * @throws ProblemError 400 if it cannot be read, since its sender relies on it
 */
export function readDigest(headers: UploadPart['headers']): string | null {
  const stated = [headers['repr-digest']].join();
  if (!/(^|[\s,])sha-256=/i.test(stated)) return null;
  const [, base64] = /(?:^|[\s,])sha-256=:([A-Za-z0-9+/]{43}=):/i.exec(stated) ?? [];
  if (base64 === undefined) throw digestUnreadable();
  return Buffer.from(base64, 'base64').toString('hex');
}
