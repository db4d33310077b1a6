import { tellPacked } from '../../formats/file-kind.ts';
import { FormatError } from '../../formats/format-error.ts';
import { unpackFiles } from '../../formats/packed/unpacked-files.ts';
import type { ZipEntry } from '../../formats/packed/zip-file.ts';

/** A file that holds less is taken in within seconds. */
export const LARGE = 262_144;

/** Around each cell a workbook says what it is: the same people are five times as long in it as in a table. */
const MARKUP = 5;

/** What it takes to open one file of many, as if it were read. */
const OPENING = 4_096;

/**
 * How many bytes are to be read of a file, which may be far more than it has where it is packed: once it is unpacked, and of a
 * workbook as if it were a table. A large one is not counted to its end.
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
    // Anything else that is wrong with it is told where it is read, and ends that soon.
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
