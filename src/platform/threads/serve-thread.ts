import { parentPort, workerData } from 'node:worker_threads';
import { lowerOwnPriority } from './lower-priority.ts';
import { buffersOf, type FromThread, RESULTS_AHEAD, type ToThread } from './thread-messages.ts';

/** What a thread works with: a file, and questions to the thread that started it. */
interface ThreadInput<Question, Answer> {
  input: AsyncIterable<Uint8Array>;
  ask: (question: Question) => Promise<Answer>;
}

/** Work that reads a stream in pieces and yields results. Its return value is sent at the end. */
export type StreamWork<Data, Result, End, Question, Answer> = (
  data: Data,
  from: ThreadInput<Question, Answer>,
) => AsyncGenerator<Result, End>;

/** Does `work` in a thread that `runInThread` started, and then ends the thread. */
export async function serveThread<Data, Result, End, Question, Answer>(
  work: StreamWork<Data, Result, End, Question, Answer>,
): Promise<void> {
  const line = new ParentConnection();
  lowerOwnPriority();
  try {
    const ask = (question: Question): Promise<Answer> => line.ask(question) as Promise<Answer>;
    const results = work(workerData as Data, { input: line.pieces(), ask });
    let next = await results.next();
    while (next.done !== true) {
      await line.give(next.value);
      next = await results.next();
    }
    line.tell({ kind: 'end', value: next.value });
  } finally {
    line.close();
  }
}

/** The thread's end of the connection. */
class ParentConnection {
  private readonly port = parentPort;
  private readonly answers = new Map<number, (value: unknown) => void>();
  private asked = 0;
  private ready = 0;
  private onPiece: (bytes: Uint8Array | null) => void = () => undefined;
  private onMore: () => void = () => undefined;

  constructor() {
    this.port?.on('message', (message: ToThread) => {
      this.receive(message);
    });
  }

  tell(message: FromThread): void {
    const bytes = message.kind === 'result' ? buffersOf(message.value) : [];
    this.port?.postMessage(message, bytes);
  }

  ask(question: unknown): Promise<unknown> {
    this.asked += 1;
    const id = this.asked;
    const answer = new Promise((resolve) => this.answers.set(id, resolve));
    this.tell({ kind: 'ask', id, question });
    return answer;
  }

  async give(value: unknown): Promise<void> {
    this.tell({ kind: 'result', value });
    this.ready += 1;
    while (this.ready > RESULTS_AHEAD) {
      await new Promise<void>((resolve) => {
        this.onMore = resolve;
      });
    }
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (;;) {
      const piece = new Promise<Uint8Array | null>((resolve) => {
        this.onPiece = resolve;
      });
      this.tell({ kind: 'pull' });
      const bytes = await piece;
      if (bytes === null) return;
      yield bytes;
    }
  }

  close(): void {
    this.port?.close();
  }

  private receive(message: ToThread): void {
    if (message.kind === 'piece') this.onPiece(message.bytes);
    else if (message.kind === 'more') {
      this.ready -= 1;
      this.onMore();
    } else {
      this.answers.get(message.id)?.(message.value);
      this.answers.delete(message.id);
    }
  }
}
