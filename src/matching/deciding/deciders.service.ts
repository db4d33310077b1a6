import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { threadFile } from '../../platform/threads/run-in-thread.ts';
import { ThreadPool } from '../../platform/threads/thread-pool.ts';
import { OccupationCatalogue } from '../../reference/occupations.service.ts';
import type { EngineState } from '../engine/engine-state.ts';
import type { SharedState } from '../engine/shared-state.ts';
import { decideOnAll } from './decide.ts';
import type { Batch } from './decided-batch.ts';
import type { ThreadData, ThreadTask } from './deciding.thread.ts';
import type { Questions } from './question.ts';

/** Fewer vacancies are decided on here: to ask a thread costs more than it takes. */
const WORTH_A_THREAD = 50;
/** Threads that have nothing to do go after this time, in milliseconds, and their memory with them. */
const IDLE = 60_000;
/** A decision lives for a vacancy: with room for a few of these, hardly any is looked at to be kept. */
const YOUNG_MEGABYTES = 192;

/**
 * Decides on vacancies, many of them in threads that share the people in memory, so that whoever asks
 * the API something meanwhile need not wait.
 */
@Injectable()
export class Deciders implements OnModuleDestroy {
  private pool: { threads: ThreadPool<ThreadTask, Batch>; state: SharedState } | null = null;

  constructor(
    private readonly config: Config,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /** How many batches are worth preparing at once. */
  get lanes(): number {
    return Math.max(1, this.config.matchingThreads);
  }

  async decide(engine: EngineState, questions: Questions): Promise<Batch> {
    const isLong = questions.vacancies.length >= WORTH_A_THREAD;
    if (!isLong || this.config.matchingThreads === 0) return decideOnAll(engine, questions);
    const changes = engine.followed;
    const threads = await this.threadsFor(engine.shared);
    return threads.run({ questions, changes });
  }

  async onModuleDestroy(): Promise<void> {
    await this.pool?.threads.destroy();
  }

  private async threadsFor(state: SharedState): Promise<ThreadPool<ThreadTask, Batch>> {
    const esco = await this.catalogue.graph();
    if (this.pool?.state === state) return this.pool.threads;
    // What is under way ends; the people of before go with it.
    void this.pool?.threads.close();
    const threads = new ThreadPool<ThreadTask, Batch>(
      threadFile('./deciding.thread', import.meta.url),
      {
        name: 'decideInThread',
        data: { state, esco: esco.rows } satisfies ThreadData,
        most: this.config.matchingThreads,
        idle: IDLE,
        youngMegabytes: YOUNG_MEGABYTES,
        nodeArguments: this.config.threadArguments,
      },
    );
    this.pool = { threads, state };
    return threads;
  }
}
