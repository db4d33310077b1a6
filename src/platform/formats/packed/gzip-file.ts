import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { refuseBomb } from './expansion.ts';
import { FormatError } from '../format-error.ts';

/**
 * Yields the content of a gzip file (RFC 1952), piece by piece and never the whole.
 * @throws FormatError if it is damaged, cut short or a bomb
 */
export async function* gunzip(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const bytes of input) {
      packed += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: false, highWaterMark: 16_384 });
  const inflating = source.on('error', (error) => inflating.destroy(error)).pipe(createGunzip());
  try {
    for await (const bytes of inflating) {
      unpacked += (bytes as Buffer).length;
      refuseBomb(packed, unpacked);
      yield bytes as Buffer;
    }
  } catch (error) {
    throw isZlibError(error)
      ? new FormatError(
          'archive-unreadable',
          'The gzip file is damaged or cut short. Send it again; with curl, use --data-binary, not -d.',
        )
      : error;
  } finally {
    source.destroy();
  }
}

/** Checks the code and not the class, since another realm has another class. */
function isZlibError(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && /^Z_/.test(String(error.code))
  );
}
