import { FormatError } from './format-error.ts';
import { documentRefused } from './sheets/workbook-refusals.ts';

/** The kind of a file by its content, whatever its name and its media type say. */
export type FileKind = 'gzip' | 'zip' | 'compound' | 'xml' | 'html' | 'json' | 'table';

/** The bytes that show the kind. All of them are awaited, since a bad line sends few at a time. */
const telling = 512;

const gzip = Buffer.from([0x1f, 0x8b]);
const zips = [Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006')];
/** Compound File Binary: Excel 97-2003, and any Office file under a password. */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * What other archives begin with: 7z, RAR, xz, bzip2, Zstandard, and the first part of a split zip.
 */
const otherPackings = '377abcaf271c 526172211a07 fd377a585a00 425a68 28b52ffd 504b0708'
  .split(' ')
  .map((mark) => Buffer.from(mark, 'hex'));

/** POSIX 1003.1: a tar file says so behind the name and the rights of its first file. */
const tar = { mark: Buffer.from('ustar'), at: 257 };

/**
 * Texts of other programs: SYLK, DIF, RTF, business cards, mails and archived web pages. A table
 * may begin with `ID;Prénom` as SYLK does, but goes on otherwise.
 */
const otherTexts =
  /^(?:ID;P[^\r\n]{0,40}\r?\n(?:P;P|[BCFO];)|TABLE\r?\n0,1\r?\n|\{\\rtf|BEGIN:VCARD\r?\n|MIME-Version: \d|(?:From|Return-Path|Received|Message-ID): [^\r\n]*\r?\n[\w-]+: )/i;

/** `[12/11/2026 09:14] Awa: ...`, as messengers export a message that stood above a list. */
const messageOfDay = /^\[\d{1,2}[./-]\d{1,2}[./-]\d{2,4}[ ,]/;

/** A saved page, or a table that a program without a workbook writer sends as a workbook. */
const page =
  /^<(!doctype html|html|head|meta|title|style|link|script|body|frameset|center|div|form|font|span|table|thead|tbody|tr|td|th|h[1-6]|p|b|br)\b/i;

/** A workbook as a single XML: `XML Spreadsheet 2003` of Excel, and `.fods` of LibreOffice. */
const flatWorkbook =
  /^(?:<\?mso-application[^>]*excel|<(?:\w+:)?workbook[\s>]|<office:document[\s>])/i;

/** Removes an XML declaration and comments, which may stand before a page. */
function withoutPrologue(text: string): string {
  let rest = text.replace(/^<\?xml[^>]*>\s*/i, '');
  while (rest.startsWith('<!--') && rest.includes('-->'))
    rest = rest.slice(rest.indexOf('-->') + 3).trimStart();
  return rest;
}

/** Characters without information: blanks, a byte order mark, and the zeros of UTF-16. */
const silent = /^[\s\0\u00ef\u00bb\u00bf\u00fe\u00ff]*/;

/**
 * Returns the kind of a file by its content, and the whole file as if nothing had been read.
 * @throws FormatError 'pdf-refused' for a PDF, which people take for a table, or 'document-refused'
 * for a workbook as a single XML and texts of other programs, or 'packing-refused'
 */
export async function detectKind(
  input: AsyncIterable<Uint8Array>,
): Promise<{ kind: FileKind; whole: AsyncIterable<Uint8Array> }> {
  const { head, whole } = await begun(input);
  return { kind: kindOf(head), whole };
}

/**
 * Returns whether a file is an archive or a workbook, which may hold far more than its length.
 * Returns the whole file as `detectKind` does.
 */
export async function tellPacked(
  input: AsyncIterable<Uint8Array>,
): Promise<{ isPacked: boolean; whole: AsyncIterable<Uint8Array> }> {
  const { head, whole } = await begun(input);
  return { isPacked: packingOf(head) !== null, whole };
}

/** Reads the first bytes of a file, and returns them and the whole file. */
async function begun(
  input: AsyncIterable<Uint8Array>,
): Promise<{ head: Buffer; whole: AsyncIterable<Uint8Array> }> {
  const rest = input[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let ended = false;
  while (head.length < telling && !ended) {
    const next = await rest.next();
    ended = next.done === true;
    if (!next.done)
      head = head.length === 0 ? asBuffer(next.value) : Buffer.concat([head, next.value]);
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    try {
      if (head.length > 0) yield head;
      for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
    } finally {
      await rest.return?.();
    }
  }
  return { head, whole: whole() };
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const startsWith = (head: Buffer, mark: Buffer): boolean =>
  head.subarray(0, mark.length).equals(mark);

/**
 * Returns how a file is packed, or null. A workbook of Excel 97-2003 counts as packed, since it
 * holds each long text once, however many cells have it.
 */
function packingOf(head: Buffer): 'gzip' | 'zip' | 'compound' | null {
  if (startsWith(head, gzip)) return 'gzip';
  if (startsWith(head, compound)) return 'compound';
  return zips.some((mark) => startsWith(head, mark)) ? 'zip' : null;
}

const isPackedOtherwise = (head: Buffer): boolean =>
  otherPackings.some((mark) => startsWith(head, mark)) ||
  startsWith(head.subarray(tar.at), tar.mark);

/** Returns the refusal of an archive that is packed in another way than those read here. */
export const packingRefused = (): FormatError =>
  new FormatError(
    'packing-refused',
    'Only zip with the usual method (Deflate) and gzip are unpacked. Pack the files that way, or send them as they are.',
  );

function kindOf(head: Buffer): FileKind {
  const packing = packingOf(head);
  if (packing !== null) return packing;
  if (isPackedOtherwise(head)) throw packingRefused();
  const text = head
    .subarray(0, telling)
    .toString('latin1')
    .replaceAll('\0', '')
    .replace(silent, '');
  if (text.startsWith('%PDF')) {
    const message =
      'PDF files are not read. Send people as a spreadsheet, and vacancies as XML or JSON.';
    throw new FormatError('pdf-refused', message);
  }
  if (otherTexts.test(text)) throw documentRefused();
  const begins = withoutPrologue(text);
  if (flatWorkbook.test(begins)) throw documentRefused();
  if (page.test(begins)) return 'html';
  if (text.startsWith('<')) return 'xml';
  return /^[{[]/.test(text) && !messageOfDay.test(text) ? 'json' : 'table';
}
