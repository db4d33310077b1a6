import type { EntityManager } from 'typeorm';
import type { FileImport } from '../file-import.entity.ts';
import type { ImportBatch, ImportBatches } from './import-batch.ts';

/** How a file is gone through: `check` writes nothing; `rewrite` names nothing again that a check has named. */
export type ImportMode = 'check' | 'write' | 'rewrite';

/** What a merge did with the records that were accepted; the rest of them was known just so. */
export interface MergeCounts {
  created: number;
  updated: number;
  unchanged: number;
  /** Lines of `faultLines`: what only those who store can say of the records. */
  faults?: string;
}

/** What a feature does with its files; the pipeline does everything else. */
export interface Importer<B extends ImportBatch> {
  /**
   * What its reading rests on besides the file, such as words of its sender, as it is now: plain JSON. It is asked for once,
   * and every reading finds that in `found.basis`, so that each reads the same (guarantee G10).
   */
  basisOf(sql: EntityManager, found: FileImport): Promise<object>;
  /** Reads and checks the file; `input` are its chunks, from the first. */
  read(
    found: FileImport,
    mode: ImportMode,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<B>>;
  /** Stores a batch in the transaction of its step; in a check the caller takes it back. */
  merge(sql: EntityManager, found: FileImport, mode: ImportMode, batch: B): Promise<MergeCounts>;
  /**
   * Everything that only this import has touched is as before it, but for what others have come to rest something on.
   * @returns how many it brought stay for that
   */
  takeBack(sql: EntityManager, importId: string): Promise<number>;
  /** The whole file is stored, in the transaction of the last step. */
  arrived(sql: EntityManager, importId: string): Promise<void>;
}
