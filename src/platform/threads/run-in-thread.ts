import { Worker } from 'node:worker_threads';
import { buffersOf, type FromThread, type ToThread } from './thread-messages.ts';

export interface ThreadOptions<Question, Answer> {
  /** Given to the thread as it starts; plain data. */
  data: unknown;
  /** Read as the thread asks for it, never ahead; its bytes are the thread's from then on. */
  input: AsyncIterable<Uint8Array>;
  /** Without it the thread may ask nothing. */
  answer?: (question: Question) => Promise<Answer>;
  /** Before the file that is run, such as `--import` and a loader. */
  nodeArguments?: readonly string[];
  /** Of the thread's own heap: far more than a batch, and a file that outgrows it does not take us along. */
  heapMegabytes?: number;
  /** Aborted, it ends the thread at once, whatever that is about. */
  signal?: AbortSignal;
}

const HEAP_MEGABYTES = 256;
const YOUNG_MEGABYTES = 32;

/** The file of a thread beside the module at `base`, in the language that this process runs. */
export function threadFile(path: string, base: string): URL {
  return new URL(`${path}${base.endsWith('.ts') ? '.ts' : '.js'}`, base);
}

/**
 * The results of a thread that runs `file` (`serveThread`), as it gives them, and what it returns at
 * the end. A consumer that stops early ends the thread: between two results, and by the signal at any moment.
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
    // What is asked of the input may take its time, for which the thread need not be there.
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

/** What came and was not taken yet, in its order; a failure comes after it. */
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
