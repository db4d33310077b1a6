import { detectKind } from '../file-kind.ts';
import { FormatError } from '../format-error.ts';
import { gunzip } from './gzip-file.ts';
import { isOds } from '../sheets/ods-rows.ts';
import { documentRefused } from '../sheets/workbook-refusals.ts';
import { bufferZip, listZip, LONGEST_ZIP, type ZipEntry } from './zip-file.ts';

/** A file without its wrapping, with its kind by content. */
export type UnpackedFile =
  | {
      kind: 'xls' | 'xml' | 'html' | 'json' | 'table';
      name: string | null;
      bytes: AsyncIterable<Uint8Array>;
    }
  | { kind: 'xlsx'; name: string | null; workbook: Buffer; entries: readonly ZipEntry[] }
  | { kind: 'ods'; name: string | null; entries: readonly ZipEntry[] }
  | { kind: 'refused'; name: string; failure: FormatError };

/** Returns whether a failure ends the whole archive. After any other, its other files are read. */
export const isOfArchive = (code: string): boolean => code.startsWith('archive-');

/**
 * The files that identify a document in a zip file: Word, PowerPoint, binary Excel, Numbers. Any
 * other of Office has `[Content_Types].xml` (ECMA-376-2, 7.2).
 */
const ofDocuments =
  /^(word\/document\.xml|ppt\/presentation\.xml|xl\/workbook\.bin|Index\/Document\.iwa)$/;

const isDocument = (names: readonly string[]): boolean =>
  names.some((name) => ofDocuments.test(name)) ||
  names.includes('[Content_Types].xml') ||
  (names.includes('mimetype') && names.includes('content.xml'));

/** How deep archives are nested so far, and the most bytes of a zip file. */
interface Bounds {
  depth: number;
  longest: number;
}

/** The deepest nesting. A gzip file in a zip file occurs; a zip file in that one is an attack. */
const deepest = 2;

/**
 * Yields the files in an upload: the upload itself, what is under gzip, or each file of a zip file.
 * An .xlsx or .ods is a zip file too, but one file to its sender. If a file in a zip file cannot be
 * a table, such as a PDF among spreadsheets, it is given as `refused`, so that the others are read.
 * `longest` limits the bytes of every zip file, since it is held whole.
 * @throws FormatError for an archive that is damaged, under a password, nested, too long or a bomb
 */
export async function* unpackFiles(
  input: AsyncIterable<Uint8Array>,
  name: string | null = null,
  { depth, longest }: Bounds = { depth: 0, longest: LONGEST_ZIP },
): AsyncGenerator<UnpackedFile> {
  if (depth > deepest) {
    throw new FormatError(
      'archive-too-deep',
      'The archive holds nested archives. Send the files themselves.',
    );
  }
  const { kind, whole } = await detectKind(input);
  if (kind === 'gzip') yield* unpackFiles(gunzip(whole), name, { depth: depth + 1, longest });
  else if (kind === 'zip')
    yield* unpackZip(await bufferZip(whole, longest), name, { depth, longest });
  else if (kind === 'compound') yield { kind: 'xls', name, bytes: whole };
  else yield { kind, name, bytes: whole };
}

async function* unpackZip(
  workbook: Buffer,
  name: string | null,
  bounds: Bounds,
): AsyncGenerator<UnpackedFile> {
  const entries = await listZip(workbook);
  if (entries.some((entry) => entry.name === 'xl/workbook.xml')) {
    yield { kind: 'xlsx', name, workbook, entries };
    return;
  }
  if (await isOds(entries)) {
    yield { kind: 'ods', name, entries };
    return;
  }
  if (isDocument(entries.map(({ name }) => name))) throw documentRefused();
  if (entries.length === 0)
    throw new FormatError('file-empty', 'The archive holds no file. Check it and send it again.');
  for (const entry of entries) yield* unpackEntry(entry, bounds);
}

async function* unpackEntry(
  entry: ZipEntry,
  { depth, longest }: Bounds,
): AsyncGenerator<UnpackedFile> {
  try {
    yield* unpackFiles(await entry.open(), entry.name, { depth: depth + 1, longest });
  } catch (error) {
    if (!(error instanceof FormatError) || isOfArchive(error.code)) throw error;
    yield { kind: 'refused', name: entry.name, failure: error };
  }
}
