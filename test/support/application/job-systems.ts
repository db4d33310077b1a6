import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { SystemClock } from '../../../src/platform/clock/clock.ts';
import { Config } from '../../../src/platform/config/config.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { FoundHandler } from '../../../src/platform/queue/job-handlers.ts';
import { JobQueues, type QueueName } from '../../../src/platform/queue/job-queues.ts';
import { JobRunner } from '../../../src/platform/queue/job-runner.ts';
import { JobSystem } from '../../../src/platform/queue/job-system.ts';
import { putJob } from '../../../src/platform/queue/outbox.ts';
import { startTestDatabase, type TestDatabase } from './test-database.ts';

export type Handle = FoundHandler['handle'];

/** Queues that give a job up after two attempts. */
class HastyQueues extends JobQueues {
  override open(name: QueueName) {
    return super.open(name, { attempts: 2, delayMs: 10 });
  }
}

type Options = Partial<Omit<FoundHandler, 'job' | 'name' | 'handle'>>;

const plain = { job: 'quota.changed', name: 'test', inSteps: false, many: false, queue: 'facts' };

/** Job systems on one database and one queue, each as in a process of its own. */
export class JobSystems {
  private readonly running = new Set<JobSystem>();
  private readonly prefix = `test-${randomBytes(6).toString('hex')}`;

  private constructor(
    readonly test: TestDatabase,
    private readonly redisUrl: string | null,
  ) {}

  static async prepare(redisUrl: string | null): Promise<JobSystems> {
    return new JobSystems(await startTestDatabase(), redisUrl);
  }

  /** Starts a job system with one handler. */
  async start(handle: Handle, options: Options = {}): Promise<JobSystem> {
    const handler = { ...plain, ...options, handle };
    const handlers = { get: () => handler, all: () => [handler] };
    const runner = new JobRunner(this.test.database, handlers as never);
    const clock = new SystemClock();
    const system = new JobSystem(
      this.queues(),
      this.test.database,
      handlers as never,
      runner,
      clock,
    );
    this.running.add(system);
    await system.onApplicationBootstrap();
    return system;
  }

  queues(): JobQueues {
    const config = new Config({ redisUrl: this.redisUrl, queuePrefix: this.prefix });
    return new HastyQueues(config, { url: this.test.url } as never);
  }

  async stop(system: JobSystem): Promise<void> {
    this.running.delete(system);
    await system.beforeApplicationShutdown();
  }

  async end(): Promise<void> {
    await Promise.all([...this.running].map((system) => this.stop(system)));
    await this.test.stop();
  }

  /** Puts jobs into the outbox: all with `quotaId` if it is given, else each with its own. */
  put(count = 1, quotaId?: string): Promise<void> {
    return this.test.database.as(SYSTEM, async (sql) => {
      for (let made = 0; made < count; made += 1) {
        await putJob(sql, 'quota.changed', { quotaId: quotaId ?? newId() });
      }
    });
  }

  asked(query: string): Promise<unknown[]> {
    return this.test.database.as(SYSTEM, (sql) => sql.query<unknown[]>(query));
  }

  async openJobs(): Promise<number> {
    return (await this.asked('SELECT 1 FROM outbox WHERE done_at IS NULL')).length;
  }

  async untilDone(): Promise<void> {
    await until(async () => (await this.openJobs()) === 0);
  }
}

/** @throws Error if the condition does not come about within ten seconds */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    if (await condition()) return;
    await sleep(25);
  }
  throw new Error('It did not come about within 10 seconds.');
}
