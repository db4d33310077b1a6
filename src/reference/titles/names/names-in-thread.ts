import { threadFile } from '../../../platform/threads/run-in-thread.ts';
import { ThreadPool } from '../../../platform/threads/thread-pool.ts';
import type { NamesAnswer, NamesQuestion } from './name-readers.ts';
import type { NamesOfRelease } from './names.queries.ts';

/** So many questions are read in turns, so that one title need not wait for those of a file. */
const AT_ONCE = 8;

/**
 * A thread that knows the names of an ESCO release. To make its indexes takes half a second and more a language, and to
 * read what a file says milliseconds a title: others are answered meanwhile.
 */
export class NamesInThread {
  private readonly threads: ThreadPool<NamesQuestion, NamesAnswer>;

  /** `nodeArguments`: what it is started with. Questions wait until its indexes are made. */
  constructor(names: NamesOfRelease, nodeArguments: readonly string[]) {
    this.threads = new ThreadPool(threadFile('./names.thread', import.meta.url), {
      name: 'answerInThread',
      data: names,
      most: 1,
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
