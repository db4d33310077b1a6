import { Logger } from '@nestjs/common';
import { Piscina } from 'piscina';

export interface ThreadPoolOptions {
  /** The name of the function, exported by the file, that does a task. */
  name: string;
  /** Plain data, given to each thread at its start. */
  data: unknown;
  /** The greatest number of threads. One always runs. */
  maxThreads: number;
  /** The number of tasks that share a thread, 1 by default: one works while the others wait. */
  tasksAtOnce?: number;
  /** Milliseconds after which an idle thread beyond the first ends, to free its memory. */
  idle?: number;
  youngMegabytes?: number;
  /** Arguments before the file that is run, such as `--import` and a loader. */
  nodeArguments: readonly string[];
}

/** Threads that do any number of tasks by calling the function `name` of the module at `file`. */
export class ThreadPool<Task, Answer> {
  private readonly threads: Piscina<Task, Answer>;
  private readonly name: string;

  constructor(file: URL, { name, data, maxThreads, ...options }: ThreadPoolOptions) {
    const { tasksAtOnce = 1, idle = 0, youngMegabytes, nodeArguments } = options;
    this.name = name;
    this.threads = new Piscina<Task, Answer>({
      filename: file.href,
      workerData: data,
      minThreads: 1,
      maxThreads,
      concurrentTasksPerWorker: tasksAtOnce,
      idleTimeout: idle,
      resourceLimits: youngMegabytes ? { maxYoungGenerationSizeMb: youngMegabytes } : {},
      execArgv: [...nodeArguments],
    });
    // A failed task rejects the promise of its caller. This event is about threads, which the pool
    // replaces.
    this.threads.on('error', (error: unknown) => {
      new Logger('Threads').warn(`A thread (${name}) had to end: ${String(error)}`);
    });
  }

  /** @throws whatever the task throws, and Error if its thread had to end */
  run(task: Task): Promise<Answer> {
    return this.threads.run(task, { name: this.name });
  }

  /** Waits for the running tasks, then ends the threads. */
  async close(): Promise<void> {
    await this.threads.close();
  }

  /** Ends the threads at once. The running tasks are lost. */
  async destroy(): Promise<void> {
    await this.threads.destroy();
  }
}
