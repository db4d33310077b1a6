import { threadFile } from '../../../platform/threads/run-in-thread.ts';
import { ThreadPool } from '../../../platform/threads/thread-pool.ts';
import type { NamesAnswer, NamesQuestion } from './name-readers.ts';
import type { NamesOfRelease } from './names.queries.ts';

/**
 * The number of questions read in alternation, so that one title need not wait for those of a file.
 */
const AT_ONCE = 8;

/**
 * A thread that knows the names of an ESCO release. Making its indexes takes half a second or more
 * per language, and reading a title of a file takes milliseconds; the main thread answers others
 * meanwhile.
 */
export class NamesInThread {
  private readonly threads: ThreadPool<NamesQuestion, NamesAnswer>;

  /**
   * `nodeArguments`: the arguments of Node in the thread. Questions wait until the indexes are
   * made.
   */
  constructor(names: NamesOfRelease, nodeArguments: readonly string[]) {
    this.threads = new ThreadPool(threadFile('./names.thread', import.meta.url), {
      name: 'answerInThread',
      data: names,
      maxThreads: 1,
      tasksAtOnce: AT_ONCE,
      nodeArguments,
    });
  }

  answer(question: NamesQuestion): Promise<NamesAnswer> {
    return this.threads.run(question);
  }

  stop(): Promise<void> {
    return this.threads.destroy();
  }
}
