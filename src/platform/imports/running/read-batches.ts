import { tellPacked } from '../../formats/file-kind.ts';
import { runInThread } from '../../threads/run-in-thread.ts';
import type { FileImport } from '../file-import.entity.ts';
import type { ImportBatch, ImportBatches, ImportFailure } from './import-batch.ts';

type Ask<Question, Answer> = (question: Question) => Promise<Answer>;

/** How a feature reads its files, in this thread or in another. */
export interface BatchesReading<Options, Question, Answer, Batch extends ImportBatch> {
  prepare: (
    options: Options,
    input: AsyncIterable<Uint8Array>,
    ask: Ask<Question, Answer>,
  ) => ImportBatches<Batch>;
  /** The file of the thread that does the same. */
  thread: URL;
  /** Plain data. */
  options: Options;
  answer: Ask<Question, Answer>;
  /** The arguments of the thread, as `runInThread` takes them. */
  nodeArguments: readonly string[];
}

/**
 * The number of bytes from which a file is read in a thread. A smaller file is read before a thread
 * has started; a larger one would hold up other requests.
 */
const WORTH_A_THREAD = 131_072;

/** Milliseconds to wait for a batch. Batches take seconds; a longer wait means a malicious file. */
const PATIENCE_MS = 300_000;

const tooSlow: ImportFailure = {
  code: 'reading-too-slow',
  message:
    'The file takes too long to read: its content is abnormal, and the rest was not read. Save it again or split it.',
};

/**
 * Ends the thread at once if no more batches are wanted, and ends the file as too slow if a batch
 * takes too long.
 */
class BatchesInTime<Batch extends ImportBatch> implements ImportBatches<Batch> {
  constructor(
    private readonly batches: ImportBatches<Batch>,
    private readonly ending: AbortController,
    private readonly patienceMs: number,
  ) {}

  async next(): Promise<IteratorResult<Batch, ImportFailure | null>> {
    const timer = setTimeout(() => {
      this.ending.abort(tooSlow);
    }, this.patienceMs);
    try {
      return await this.batches.next();
    } catch (error) {
      if (error !== tooSlow) throw error;
      return { done: true, value: tooSlow };
    } finally {
      clearTimeout(timer);
    }
  }

  return(
    value: ImportFailure | null | PromiseLike<ImportFailure | null>,
  ): Promise<IteratorResult<Batch, ImportFailure | null>> {
    this.ending.abort(new Error('The rest of the file is not needed.'));
    return this.batches.return(value);
  }

  throw(error: unknown): Promise<IteratorResult<Batch, ImportFailure | null>> {
    return this.batches.throw(error);
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return(null);
  }
}

/**
 * Reads a file, in a thread of its own if it is large or packed: a packed file may hold far more
 * than its size.
 * @param patienceMs the longest wait for a batch, in milliseconds
 * @returns the batches; the failure 'reading-too-slow' ends them if a batch in a thread takes
 * longer
 */
export async function readBatches<Options, Question, Answer, Batch extends ImportBatch>(
  { bytes }: Pick<FileImport, 'bytes'>,
  input: AsyncIterable<Uint8Array>,
  reading: BatchesReading<Options, Question, Answer, Batch>,
  patienceMs = PATIENCE_MS,
): Promise<ImportBatches<Batch>> {
  const { prepare, thread, options, answer, nodeArguments } = reading;
  const { isPacked, whole } = await tellPacked(input);
  if (bytes < WORTH_A_THREAD && !isPacked) return prepare(options, whole, answer);
  const ending = new AbortController();
  const { signal } = ending;
  const inThread = { data: options, input: whole, answer, nodeArguments, signal };
  const batches = runInThread<Batch, ImportFailure | null, Question, Answer>(thread, inThread);
  return new BatchesInTime(batches, ending, patienceMs);
}
