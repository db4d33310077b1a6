import { Zip, ZipDeflate, zipSync } from 'fflate';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { refuseBomb } from './expansion.ts';
import { packingRefused } from '../file-kind.ts';
import { FormatError } from '../format-error.ts';
import { heldWhole } from '../../memory/byte-pieces.ts';

/** The most bytes of a zip file. It is held whole, since its directory stands at its end. */
export const LONGEST_ZIP = 67_108_864;
const mostEntries = 10_000;

/** One file in a zip file. */
export interface ZipEntry {
  name: string;
  /** The unpacked bytes that the directory states. If that is false, reading ends with an error. */
  size: number;
  open: () => Promise<AsyncIterable<Uint8Array>>;
}

/** Yields a zip file of several files, each written to its end before the next is begun. */
export async function* zipped(
  files: readonly { name: string; bytes: AsyncIterable<Uint8Array> }[],
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  for (const { name, bytes } of files) {
    const entry = new ZipDeflate(name);
    zip.add(entry);
    for await (const piece of bytes) {
      // The piece is changed in place if it is not copied.
      entry.push(Uint8Array.from(piece));
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}

/** Returns a zip file of these files, by name, without compressing them. */
export const zipOf = (files: Readonly<Record<string, Uint8Array>>): Buffer =>
  Buffer.from(zipSync({ ...files }, { level: 0 }));

/**
 * Reads everything into memory, up to a limit in bytes.
 * @throws FormatError 'archive-too-large'
 */
export function bufferZip(
  input: AsyncIterable<Uint8Array>,
  longest = LONGEST_ZIP,
): Promise<Buffer> {
  const message = `The zip file is larger than ${longest / 1_048_576} MB. Split it, or use gzip, which has no such limit.`;
  return heldWhole(input, longest, () => new FormatError('archive-too-large', message));
}

/**
 * Returns the files in a zip file (APPNOTE 6.3), in the order of their names, without folders and
 * what file managers add.
 * @throws FormatError if it is damaged, under a password, too large or a bomb
 */
export async function listZip(buffer: Buffer): Promise<ZipEntry[]> {
  const zip = await openZip(buffer);
  const entries: ZipEntry[] = [];
  let size = 0;
  for await (const entry of directoryOf(zip)) {
    if (isBeside(entry.fileName)) continue;
    if (entry.isEncrypted()) {
      const message = `"${entry.fileName}" is protected by a password. Send it without one.`;
      throw new FormatError('archive-encrypted', message);
    }
    size += entry.uncompressedSize;
    refuseBomb(buffer.length, size);
    entries.push({
      name: entry.fileName,
      size: entry.uncompressedSize,
      open: () => openEntry(zip, entry),
    });
    if (entries.length > mostEntries)
      throw new FormatError(
        'archive-too-large',
        `The zip file holds more than ${mostEntries} files. Split it.`,
      );
  }
  return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Matches folders, and what file managers and open programs leave beside the files. */
const isBeside = (name: string): boolean =>
  /\/$|^__MACOSX\/|(?:^|\/)(?:\._[^/]*|\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|\.~lock\.[^/]*#)$/i.test(
    name,
  );

/** The methods that are unpacked (APPNOTE 4.4.5): stored and Deflate. */
const methods = new Set([0, 8]);

const damaged = (): FormatError =>
  new FormatError(
    'archive-unreadable',
    'The zip file or workbook is damaged. Send it again; with curl, use --data-binary, not -d.',
  );

function openZip(buffer: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: false }, (error, zip) => {
      if (error) reject(damaged());
      else resolve(zip);
    });
  });
}

async function* directoryOf(zip: ZipFile): AsyncGenerator<Entry> {
  for (;;) {
    const entry = await new Promise<Entry | null>((resolve, reject) => {
      zip.once('entry', resolve);
      zip.once('end', () => {
        resolve(null);
      });
      zip.once('error', () => {
        reject(damaged());
      });
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (entry === null) return;
    yield entry;
  }
}

function openEntry(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Uint8Array>> {
  if (!methods.has(entry.compressionMethod)) return Promise.reject(packingRefused());
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(damaged());
      else resolve(asRead(stream));
    });
  });
}

/** Reports a false directory or a wrong checksum, which unpacking may reveal, as a damaged file. */
async function* asRead(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of stream) yield bytes as Buffer;
  } catch {
    throw damaged();
  }
}
