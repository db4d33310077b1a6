import type { EntityManager } from 'typeorm';
import type { FileImport } from '../file-import.entity.ts';
import type { ImportedRows } from '../undo/undo-import.ts';
import type { ImportBatch, ImportBatches } from './import-batch.ts';

/**
 * How a file is read. `check` writes nothing. `rewrite` writes after a check and reports no fault
 * again that the check has reported.
 */
export type ImportMode = 'check' | 'write' | 'rewrite';

/** How a file is read, and what its batches are for. */
export interface PassOptions {
  mode: ImportMode;
  /** Whether to keep each record by itself as well, because the database refuses one of them. */
  singly: boolean;
}

/** What a merge did with the accepted records. The rest of them were unchanged. */
export interface MergeCounts {
  created: number;
  updated: number;
  /** Faults that only show when records are stored, as lines from `faultLines`. */
  faults?: string;
}

/** How a feature reads its files. */
export interface ImportReading<B extends ImportBatch> {
  /**
   * Returns what the reading depends on besides the file, such as the sender's own words, as it is
   * now: plain JSON. It is called once, and every reading finds its result in `found.basis`, so
   * that all of them read the same (guarantee G10).
   */
  basisOf(sql: EntityManager, found: FileImport): Promise<object>;
  /** Reads and checks the file. `input` yields its chunks, from the first. */
  read(
    found: FileImport,
    options: PassOptions,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<B>>;
}

/** What a feature does with its files. The pipeline does everything else. */
export interface Importer<B extends ImportBatch> {
  readonly reading: ImportReading<B>;
  /** What its imports create and change. */
  readonly rows: ImportedRows;
  /** Stores a batch in the transaction of its step. In a check the caller rolls it back. */
  merge(sql: EntityManager, found: FileImport, mode: ImportMode, batch: B): Promise<MergeCounts>;
  /** Called in the transaction that ends an import other than a trial, even after a failure. */
  arrived?(sql: EntityManager, importId: string): Promise<void>;
}
