import { Logger } from '@nestjs/common';
import { Piscina } from 'piscina';

export interface ThreadPoolOptions {
  /** The function of the file that does a task. */
  name: string;
  /** Given to each thread as it starts; plain data. */
  data: unknown;
  /** As many threads at most; one is always there. */
  most: number;
  /** So many tasks share a thread, each while the others wait for something. */
  tasksAtOnce?: number;
  /** Threads beyond the first that have nothing to do go after so many milliseconds, and their memory with them. */
  idle?: number;
  youngMegabytes?: number;
  /** Before the file that is run, such as `--import` and a loader. */
  nodeArguments: readonly string[];
}

/** Threads that do tasks, however many: each with `name` of the module at `file`. */
export class ThreadPool<Task, Answer> {
  private readonly threads: Piscina<Task, Answer>;
  private readonly name: string;

  constructor(file: URL, { name, data, most, ...options }: ThreadPoolOptions) {
    const { tasksAtOnce = 1, idle = 0, youngMegabytes, nodeArguments } = options;
    this.name = name;
    this.threads = new Piscina<Task, Answer>({
      filename: file.href,
      workerData: data,
      minThreads: 1,
      maxThreads: most,
      concurrentTasksPerWorker: tasksAtOnce,
      idleTimeout: idle,
      resourceLimits: youngMegabytes ? { maxYoungGenerationSizeMb: youngMegabytes } : {},
      execArgv: [...nodeArguments],
    });
    // A task that fails tells whoever asked; this is about threads, which the pool makes anew.
    this.threads.on('error', (error: unknown) => {
      new Logger('Threads').warn(`A thread (${name}) had to end: ${String(error)}`);
    });
  }

  /** @throws whatever the task throws, and Error where its thread had to end */
  run(task: Task): Promise<Answer> {
    return this.threads.run(task, { name: this.name });
  }

  /** What is under way ends first. */
  async close(): Promise<void> {
    await this.threads.close();
  }

  /** What is under way is lost. */
  async destroy(): Promise<void> {
    await this.threads.destroy();
  }
}
