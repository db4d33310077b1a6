import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { threadFile } from '../../platform/threads/run-in-thread.ts';
import { ThreadPool } from '../../platform/threads/thread-pool.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import type { EngineState } from '../engine/engine-state.ts';
import type { SharedState } from '../engine/shared-state.ts';
import { decideOnAll } from './decide.ts';
import type { Batch } from './decided-batch.ts';
import type { ThreadData, ThreadTask } from './deciding.thread.ts';
import type { Questions } from './question.ts';

/** Below this number, vacancies are decided on here: a thread would cost more than it saves. */
const MIN_VACANCIES_FOR_THREADS = 50;
/** How long an idle thread lives, in milliseconds. Its memory is freed with it. */
const IDLE_MILLISECONDS = 60_000;
/**
 * The size of the young generation of a thread's heap. Decisions are garbage after their vacancy;
 * with room for several vacancies, the collector copies hardly any.
 */
const YOUNG_MEGABYTES = 192;

/**
 * Decides on vacancies. Many vacancies go to threads that share the candidates in memory, so that
 * this thread keeps answering requests.
 */
@Injectable()
export class Deciders implements OnApplicationShutdown {
  private pool: { threads: ThreadPool<ThreadTask, Batch>; state: SharedState } | null = null;

  constructor(
    private readonly config: Config,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /** How many batches are worth preparing at once. */
  get concurrency(): number {
    return Math.max(1, this.config.matchingThreads);
  }

  async decide(engine: EngineState, questions: Questions): Promise<Batch> {
    const isLong = questions.vacancies.length >= MIN_VACANCIES_FOR_THREADS;
    if (!isLong || this.config.matchingThreads === 0) return decideOnAll(engine, questions);
    const changes = engine.followed;
    const threads = await this.threadsFor(engine.shared);
    return threads.run({ questions, changes });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.threads.destroy();
  }

  private async threadsFor(state: SharedState): Promise<ThreadPool<ThreadTask, Batch>> {
    const esco = await this.catalogue.graph();
    if (this.pool?.state === state) return this.pool.threads;
    // Running work finishes; the old candidates are freed with the old threads.
    void this.pool?.threads.close();
    const threads = new ThreadPool<ThreadTask, Batch>(
      threadFile('./deciding.thread', import.meta.url),
      {
        name: 'decideInThread',
        data: { state, esco: esco.rows } satisfies ThreadData,
        maxThreads: this.config.matchingThreads,
        idle: IDLE_MILLISECONDS,
        youngMegabytes: YOUNG_MEGABYTES,
        nodeArguments: this.config.threadArguments,
      },
    );
    this.pool = { threads, state };
    return threads;
  }
}
