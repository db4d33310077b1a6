import type { Finding } from '../../formats/finding.ts';

/** What is stored in one step of an import: plain data, which a thread can transfer. */
export interface ImportBatch {
  /** The number of records, the rejected ones included. */
  read: number;
  /** The records to be stored, including those that a later one of the batch replaces. */
  accepted: number;
  rejected: number;
  /** The number of rows of sheets that are no record, such as totals. Not included in `read`. */
  passedOver: number;
  /** The number of bytes of the file read, when the last of the records was read. */
  bytesRead: number;
  /** The format as in `FileImport`, or null until it is known. */
  format: string | null;
  /** What each header of a sheet was taken for, as far as the sheets have been read. */
  columns: readonly object[];
  /** The faults, as lines from `faultLines`. */
  faults: Uint8Array;
  /** The accepted records one by one, in the order of their lines; empty unless read singly. */
  singles: readonly SingleRecord[];
}

/** One record to be stored, apart from the others of its batch. */
export interface SingleRecord {
  /** The record with its source, in case the database refuses it. */
  sent: SentRecord;
  /** Its part of each member of the batch that holds lines. */
  lines: Readonly<Record<string, string>>;
}

/** Returns a batch that stores only these of its records. */
export function batchOf<B extends ImportBatch>(batch: B, singles: readonly SingleRecord[]): B {
  const kinds = Object.keys(singles[0]?.lines ?? {});
  const linesOf = (kind: string): Uint8Array =>
    Buffer.from(singles.map(({ lines }) => lines[kind] ?? '').join(''));
  const lines = kinds.map((kind) => [kind, linesOf(kind)] as const);
  return { ...batch, ...Object.fromEntries<Uint8Array>(lines) };
}

/** Why a file could not be read, or not to its end. */
export interface ImportFailure {
  code: string;
  message: string;
  /** A line, a column or a number of rows, for the message in other languages. */
  about?: string | null;
}

/** The batches of a file. The return value says why reading ended early, or is null. */
export type ImportBatches<B extends ImportBatch> = AsyncGenerator<B, ImportFailure | null>;

/** One record of a file with the findings on it. */
export interface SentRecord {
  /** The number of the record, from 1, counted through all files of an archive. */
  row: number;
  /** The name of its file in an archive of several. */
  file: string | null;
  /** The format of that file as in `FileImport`, or null for a file of another kind. */
  format: string | null;
  findings: readonly Finding[];
  /**
   * The record as it came: a `SentRow`, the members of an object, `xml` with the text of an
   * element, or a text that was meant to be JSON.
   */
  source: Record<string, unknown> | string | null;
  /**
   * What the sender calls the person of the record. Their faults are found by it when they are
   * erased.
   */
  reference?: string | undefined;
}

/** A row of a sheet by position, since several columns may have the same name. */
export interface SentRow extends Record<string, unknown> {
  /** The names of the columns; empty for a column without one. */
  names: readonly string[];
  /** The cells under the names; empty for those after the end of the row. */
  cells: readonly string[];
  /** The cells behind the last column, by the names under which they are sent back. */
  surplus: Readonly<Record<string, string>>;
}

/** A file is always cut in the same way, since a restart skips what was stored (guarantee G10). */
const firstBatches = [1_000, 4_000];
const LARGEST = 5_000;

/**
 * Returns how many records the batch of that number, from 0, holds. The first ones are small, so
 * that progress shows soon.
 */
export function batchSize(number: number): number {
  return firstBatches[number] ?? LARGEST;
}
