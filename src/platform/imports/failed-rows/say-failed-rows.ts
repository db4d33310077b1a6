import { copiedJson } from '../../database/copying/copied-json.ts';
import { gathered } from '../../memory/byte-pieces.ts';
import type { Language } from '../../language/language.ts';
import { sayFinding } from '../faults/finding-messages.ts';
import type { ImportSubject } from '../import-subject.ts';
import type { FailedRow } from './failed-row.ts';
import type { PlannedFile } from './planned-files.ts';
import { writeFailedRows } from './write-failed-rows.ts';

/** Which files to write, and in which language to report the faults: plain data. */
export interface FailedRowsTask {
  files: readonly PlannedFile[];
  language: Language;
  sayings: ImportSubject['sayings'];
}

/** The approximate number of bytes per piece. */
const PIECE = 65_536;

/** Yields the files of rejected rows as bytes, in pieces. `input` comes from `copyFailedRows`. */
export async function* failedRowsOf(
  { files, language, sayings }: FailedRowsTask,
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ bytes: Uint8Array }, null> {
  const written = writeFailedRows(files, said(input, language, sayings));
  for await (const bytes of gathered(written, PIECE)) yield { bytes };
  return null;
}

async function* said(
  input: AsyncIterable<Uint8Array>,
  language: Language,
  sayings: ImportSubject['sayings'],
): AsyncGenerator<FailedRow> {
  for await (const row of copiedJson<FailedRow>(input))
    yield { ...row, message: sayFinding(row, language, sayings) };
}
