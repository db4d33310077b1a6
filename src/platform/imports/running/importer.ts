import type { EntityManager } from 'typeorm';
import type { FileImport } from '../file-import.entity.ts';
import type { ImportBatch, ImportBatches } from './import-batch.ts';

/**
 * How a file is read. `check` writes nothing. `rewrite` writes after a check and reports no fault
 * again that the check has reported.
 */
export type ImportMode = 'check' | 'write' | 'rewrite';

/** What a merge did with the accepted records. The rest of them were unchanged. */
export interface MergeCounts {
  created: number;
  updated: number;
  unchanged: number;
  /** Faults that only show when records are stored, as lines from `faultLines`. */
  faults?: string;
}

/** What a feature does with its files. The pipeline does everything else. */
export interface Importer<B extends ImportBatch> {
  /**
   * Returns what the reading depends on besides the file, such as the sender's own words, as it is
   * now: plain JSON. It is called once, and every reading finds its result in `found.basis`, so
   * that all of them read the same (guarantee G10).
   */
  basisOf(sql: EntityManager, found: FileImport): Promise<object>;
  /** Reads and checks the file. `input` yields its chunks, from the first. */
  read(
    found: FileImport,
    mode: ImportMode,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<B>>;
  /** Stores a batch in the transaction of its step. In a check the caller rolls it back. */
  merge(sql: EntityManager, found: FileImport, mode: ImportMode, batch: B): Promise<MergeCounts>;
  /**
   * Restores everything that only this import has touched, except what others depend on.
   * @returns how many records that the import created stay for that reason
   */
  takeBack(sql: EntityManager, importId: string): Promise<number>;
  /** Called in the transaction that ends an import other than a trial, even after a failure. */
  arrived(sql: EntityManager, importId: string): Promise<void>;
}
