import { tellPacked } from '../formats/file-kind.ts';
import { runInThread } from '../threads/run-in-thread.ts';
import type { FileImport } from './file-import.entity.ts';
import type { ImportBatch, ImportBatches } from './import-batch.ts';

type Ask<Question, Answer> = (question: Question) => Promise<Answer>;

/** How a feature reads its files, wherever that is done. */
export interface BatchesReading<Options, Question, Answer, Batch extends ImportBatch> {
  prepare: (
    options: Options,
    input: AsyncIterable<Uint8Array>,
    ask: Ask<Question, Answer>,
  ) => ImportBatches<Batch>;
  /** Of the thread that does the same. */
  thread: URL;
  /** Plain data. */
  options: Options;
  answer: Ask<Question, Answer>;
  /** Of the thread, as `runInThread` takes them. */
  nodeArguments: readonly string[];
}

/** Bytes of a file: a smaller one is read before a thread has started, a larger one would hold up other requests. */
const WORTH_A_THREAD = 131_072;

/** Reads a file in a thread of its own if it is large, or packed: what is packed may be large whatever its size. */
export async function readBatches<Options, Question, Answer, Batch extends ImportBatch>(
  { bytes }: Pick<FileImport, 'bytes'>,
  input: AsyncIterable<Uint8Array>,
  reading: BatchesReading<Options, Question, Answer, Batch>,
): Promise<ImportBatches<Batch>> {
  const { prepare, thread, options, answer, nodeArguments } = reading;
  const { isPacked, whole } = await tellPacked(input);
  if (bytes < WORTH_A_THREAD && !isPacked) return prepare(options, whole, answer);
  return runInThread(thread, { data: options, input: whole, answer, nodeArguments });
}
