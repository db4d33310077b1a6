import { tellPacked } from '../../formats/file-kind.ts';
import { FormatError } from '../../formats/format-error.ts';
import { unpackFiles } from '../../formats/packed/unpacked-files.ts';
import type { ZipEntry } from '../../formats/packed/zip-file.ts';

/** The number of bytes from which a file is large. A smaller one is taken in within seconds. */
export const LARGE = 262_144;

/** A workbook has markup around each cell: the same rows are five times as long as in CSV. */
const MARKUP = 5;

/** The cost of opening one file of an archive, counted as bytes read. */
const OPENING = 4_096;

/**
 * Returns how many bytes of a file have to be read. A packed file counts unpacked, and a workbook
 * as if it were a CSV table. A large file is not counted to its end.
 * @returns bytes; at least `bytes`, and not exact from `LARGE` on
 */
export async function bytesHeld(file: AsyncIterable<Uint8Array>, bytes: number): Promise<number> {
  if (bytes >= LARGE) return bytes;
  const { isPacked, whole } = await tellPacked(file);
  return isPacked ? Math.max(bytes, await unpackedBytes(whole)) : bytes;
}

async function unpackedBytes(file: AsyncIterable<Uint8Array>): Promise<number> {
  let held = 0;
  try {
    for await (const one of unpackFiles(file, null, { depth: 0, longest: LARGE })) {
      held += OPENING;
      if ('entries' in one) held += cellsOf(one.entries);
      else if ('bytes' in one) held += await lengthUpTo(one.bytes, LARGE - held);
      if (held >= LARGE) break;
    }
  } catch (error) {
    // Any other fault ends this soon, and is reported when the file is read.
    if (error instanceof FormatError && error.code === 'archive-too-large') return LARGE;
  }
  return held;
}

function cellsOf(entries: readonly ZipEntry[]): number {
  return entries.reduce((sum, { size }) => sum + size, 0) / MARKUP;
}

async function lengthUpTo(pieces: AsyncIterable<Uint8Array>, most: number): Promise<number> {
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length >= most) break;
  }
  return length;
}
