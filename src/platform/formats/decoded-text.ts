import { TextDecoder } from 'node:util';
import { FormatError } from './format-error.ts';

/** The most bytes decoded at a time, so that limits are checked in time. */
const pieceBytes = 65_536;

/** Node's code for bytes that are not text in the encoding. */
const invalidData = 'ERR_ENCODING_INVALID_ENCODED_DATA';

/** The bytes needed to see a byte order mark and the encoding in an XML declaration. */
const sniffBytes = 256;

/** Checks the code and not the class, since another realm has another class. */
function isInvalidData(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === invalidData
  );
}

function encodingOf(start: Uint8Array): string {
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le';
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be';
  const opening = Buffer.from(start.buffer, start.byteOffset, start.byteLength).toString('latin1');
  return /^[^<]{0,64}<\?xml[^>]*?encoding=["']([\w.:-]+)["']/.exec(opening)?.[1] ?? 'utf-8';
}

function decoderFor(start: Uint8Array): TextDecoder {
  const encoding = encodingOf(start);
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new FormatError(
      'encoding-unreadable',
      `The encoding '${encoding}' is unknown. Save the file in UTF-8.`,
    );
  }
}

/** Yields the bytes in small pieces. The first shows the encoding, or is all there is. */
async function* inPieces(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of input) {
    let whole = chunk;
    if (start !== null) {
      whole = Buffer.concat([start, chunk]);
      start = whole.byteLength < sniffBytes ? whole : null;
      if (start !== null) continue;
    }
    for (let at = 0; at < whole.byteLength; at += pieceBytes)
      yield whole.subarray(at, at + pieceBytes);
  }
  if (start !== null && start.byteLength > 0) yield start;
}

/**
 * Yields the text of a file, piece by piece, without its byte order mark. The encoding is UTF-8,
 * UTF-16, or what the XML declaration names.
 *
 * @throws FormatError 'encoding-unreadable' if the encoding is unknown, or the bytes are not text
 * in it
 */
export async function* decodeText(input: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null;
  try {
    for await (const piece of inPieces(input)) {
      decoder ??= decoderFor(piece);
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (!isInvalidData(error)) throw error;
    throw new FormatError(
      'encoding-unreadable',
      `The file is not text in ${decoder?.encoding ?? 'utf-8'}. Save it in UTF-8.`,
    );
  }
}
