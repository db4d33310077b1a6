import { Worker } from 'node:worker_threads';
import { buffersOf, type FromThread, type ToThread } from './thread-messages.ts';

export interface ThreadOptions<Question, Answer> {
  /** Plain data, given to the thread at its start. */
  data: unknown;
  /** Read when the thread asks for a piece, never ahead. Its bytes are transferred to it. */
  input: AsyncIterable<Uint8Array>;
  /** Answers the questions of the thread. Without it every question is an error. */
  answer?: (question: Question) => Promise<Answer>;
  /** Arguments before the file that is run, such as `--import` and a loader. */
  nodeArguments?: readonly string[];
  /**
   * The limit of the thread's own heap, in megabytes; 256 by default. That is far more than a batch
   * needs, and a file that exceeds it ends only the thread, not this process.
   */
  heapMegabytes?: number;
  /** Ends the thread at once when aborted, whatever it is doing. */
  signal?: AbortSignal;
}

const HEAP_MEGABYTES = 256;
const YOUNG_MEGABYTES = 32;

/**
 * Returns the address of a thread's file beside the module at `base`, with the ending `.ts` or
 * `.js` that `base` has.
 */
export function threadFile(path: string, base: string): URL {
  return new URL(`${path}${base.endsWith('.ts') ? '.ts' : '.js'}`, base);
}

/**
 * Runs `file` in a thread (`serveThread`), yields its results as they come and returns its return
 * value. If the consumer stops early, the thread ends before its next result. `signal` ends it at
 * any moment.
 * @throws whatever the thread, the input or the answers throw; the reason of the signal
 */
export async function* runInThread<Result, End, Question, Answer>(
  file: URL,
  options: ThreadOptions<Question, Answer>,
): AsyncGenerator<Result, End> {
  const { input, answer = nothingToAsk, signal } = options;
  const worker = started(file, options);
  const pieces = input[Symbol.asyncIterator]();
  const inbox = new Inbox();
  const tell = (message: ToThread): void => {
    worker.postMessage(message, message.kind === 'piece' ? buffersOf(message) : []);
  };
  const serve = async (message: FromThread): Promise<void> => {
    if (message.kind === 'pull') {
      const next = await pieces.next();
      tell({ kind: 'piece', bytes: next.done === true ? null : next.value });
    } else if (message.kind === 'ask') {
      tell({ kind: 'answer', id: message.id, value: await answer(message.question as Question) });
    } else inbox.put(message);
  };
  worker.on('message', (message: FromThread) => {
    serve(message).catch((error: unknown) => {
      inbox.fail(error);
    });
  });
  worker.on('error', (error) => {
    inbox.fail(error);
  });
  worker.on('exit', () => {
    inbox.fail(new Error('The thread ended before its work did.'));
  });
  const stop = (): void => {
    inbox.fail(signal?.reason);
  };
  signal?.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const message = await inbox.take();
      if (message.kind === 'end') return message.value as End;
      yield message.value as Result;
      tell({ kind: 'more' });
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    // The input may take long to close, and the thread is not needed meanwhile.
    await worker.terminate();
    await pieces.return?.();
  }
}

function started(
  file: URL,
  { data, nodeArguments = [], heapMegabytes = HEAP_MEGABYTES }: ThreadOptions<never, unknown>,
): Worker {
  return new Worker(file, {
    workerData: data,
    execArgv: [...nodeArguments],
    resourceLimits: {
      maxOldGenerationSizeMb: heapMegabytes,
      maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
    },
  });
}

const nothingToAsk = (): Promise<never> => Promise.reject(new Error('Nothing is to be asked.'));

type Outcome = Extract<FromThread, { kind: 'result' | 'end' }>;

/** The messages that have arrived and are not taken yet, in order. A failure comes after them. */
class Inbox {
  private readonly waiting: Outcome[] = [];
  private failure: { error: unknown } | null = null;
  private wake: () => void = () => undefined;

  put(message: Outcome): void {
    this.waiting.push(message);
    this.wake();
  }

  fail(error: unknown): void {
    this.failure ??= { error };
    this.wake();
  }

  async take(): Promise<Outcome> {
    for (;;) {
      const next = this.waiting.shift();
      if (next) return next;
      if (this.failure) throw this.failure.error;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
  }
}
