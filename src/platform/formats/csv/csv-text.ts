import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { CsvError } from './csv-error.ts';
import { type ByteDecoder, decoderOf, legacyEncoding } from './legacy-encoding.ts';

/** The bytes, from the first beyond ASCII, that are examined before the encoding is decided. */
const sampleBytes = 65_536;

const byteOrderMarks: readonly (readonly [mark: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

/**
 * Returns the byte order of UTF-16 without a mark. ASCII in it has a zero in every second byte, and
 * which byte that is shows the order. Null if it is not UTF-16.
 */
function utf16WithoutMark(start: Uint8Array): string | null {
  const zeros = [0, 0];
  for (let at = 0; at < start.length; at += 1) {
    if (start[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd === 0) return null;
  if (even === 0 && odd > start.length / 8) return 'utf-16le';
  if (odd === 0 && even > start.length / 8) return 'utf-16be';
  return null;
}

/**
 * Returns whether most of the text beyond ASCII is valid UTF-8. If files of two encodings were
 * joined, the rows in the other encoding are then refused rather than misread.
 */
function isUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  // Letters that another program has lost already are valid UTF-8.
  const lost = Buffer.from(sample).toString('latin1').match(/ï¿½/g)?.length ?? 0;
  const broken = (text.match(/\uFFFD/g)?.length ?? 0) - lost;
  return broken === 0 || (text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0) > broken;
}

/** Returns the encoding that the start of a file states, by its name for TextDecoder, or null. */
type SaidEncoding = (start: Uint8Array) => string | null;

/** Decides the encoding as late as possible: ASCII is the same in all but UTF-16. */
class GuessingDecoder {
  private readonly saidIn: SaidEncoding;
  private said: string | null = null;
  private decoder: ByteDecoder | null = null;
  private started = false;
  private pending = new Uint8Array(0);

  constructor(saidIn: SaidEncoding) {
    this.saidIn = saidIn;
  }

  push(bytes: Uint8Array): string {
    if (this.decoder) return this.decoder.decode(bytes, { stream: true });
    if (this.started && this.pending.length === 0 && isAscii(bytes)) return latin(bytes);
    this.pending = new Uint8Array(Buffer.concat([this.pending, bytes]));
    return this.pending.length < sampleBytes ? '' : this.decide();
  }

  end(): string {
    return this.decide() + (this.decoder?.decode() ?? '');
  }

  private decide(): string {
    const sample = this.pending;
    this.pending = new Uint8Array(0);
    const encoding = this.started ? null : encodingOfStart(sample);
    if (!this.started) this.said = this.saidIn(sample);
    this.started = true;
    if (encoding === null && isAscii(sample)) return latin(sample);
    this.decoder ??= decoderOf(
      encoding ?? (isUtf8(sample) ? 'utf-8' : (this.said ?? legacyEncoding(sample))),
    );
    return this.decoder.decode(sample, { stream: true });
  }
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function encodingOfStart(start: Uint8Array): string | null {
  const marked = byteOrderMarks.find(([mark]) => mark.every((byte, at) => start[at] === byte));
  const encoding = marked?.[1] ?? utf16WithoutMark(start.subarray(0, 1024));
  if (encoding === null && start.subarray(0, 1024).includes(0)) {
    throw new CsvError(
      'csv-not-text',
      'The file holds binary data, not text. Save it as .xlsx or CSV.',
    );
  }
  return encoding;
}

/**
 * Yields the text of a spreadsheet file, piece by piece and without its byte order mark. The
 * encoding is UTF-8, UTF-16, or one of `legacyEncoding`. It is detected from the bytes, since no
 * spreadsheet file names it. `saidIn` returns what another kind of file states; that takes
 * precedence over a guess among the last. Bytes that are no character become U+FFFD.
 *
 * @throws CsvError 'csv-not-text' if the file is binary
 */
export async function* decodeCsvText(
  input: AsyncIterable<Uint8Array>,
  saidIn: SaidEncoding = () => null,
): AsyncGenerator<string> {
  const decoder = new GuessingDecoder(saidIn);
  for await (const bytes of input) {
    const text = decoder.push(bytes);
    if (text !== '') yield text;
  }
  const text = decoder.end();
  if (text !== '') yield text;
}
