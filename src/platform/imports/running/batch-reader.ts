import { pauseForWaitingCallers } from '../../threads/waiting-callers.ts';
import {
  batchSize,
  type ImportBatch,
  type ImportBatches,
  type ImportFailure,
} from './import-batch.ts';

/** How far a file has been read. */
export type ReadSoFar = Pick<ImportBatch, 'bytesRead' | 'format'>;

/** Turns the records of a file into what is stored. */
export interface BatchWriter<Record, Batch extends ImportBatch> {
  /** The number of records written and not yet taken. */
  readonly read: number;
  write(records: readonly Record[]): Promise<void>;
  take(sofar: ReadSoFar): Batch;
}

/** One reading of a file: its records in batches, always cut in the same way. */
export class BatchReader<Record, Batch extends ImportBatch> {
  private records: Record[] = [];
  private number = 0;
  private bytesRead = 0;
  private format: string | null = null;

  constructor(
    private readonly writer: BatchWriter<Record, Batch>,
    /** The number of records written together: few enough that their memory is freed early. */
    private readonly atOnce: number,
  ) {}

  readonly onFormat = (found: string): void => void (this.format ??= found);

  /** Yields the bytes of `input` unchanged, and counts them. */
  async *counted(input: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of input) {
      this.bytesRead += bytes.length;
      yield bytes;
    }
  }

  /**
   * Yields the batches of `records`, which come in lists of any length.
   * @param failureOf returns why the file could not be read to its end, or null for an error that
   * is not the file's
   * @returns the failure, or null after the whole file
   * @throws any error for which `failureOf` returns null
   */
  async *batches(
    records: AsyncIterable<readonly Record[]>,
    failureOf: (error: unknown) => ImportFailure | null,
  ): ImportBatches<Batch> {
    let failure: ImportFailure | null = null;
    try {
      for await (const list of records) yield* this.add(list);
    } catch (error) {
      failure = failureOf(error);
      if (failure === null) throw error;
    }
    if (this.held > 0) yield await this.take();
    return failure;
  }

  private get held(): number {
    return this.writer.read + this.records.length;
  }

  private async *add(list: readonly Record[]): AsyncGenerator<Batch> {
    for (const record of list) {
      this.records.push(record);
      if (this.held >= batchSize(this.number)) yield await this.take();
      else if (this.records.length >= this.atOnce) await this.write();
    }
  }

  private async take(): Promise<Batch> {
    await this.write();
    this.number += 1;
    const { bytesRead, format } = this;
    return this.writer.take({ bytesRead, format });
  }

  private async write(): Promise<void> {
    const { records } = this;
    this.records = [];
    pauseForWaitingCallers();
    await this.writer.write(records);
  }
}
