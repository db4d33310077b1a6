import {
  type BulkJobOptions,
  createPostgresBackend,
  DelayedError,
  type Job,
  type Processor,
  Queue,
  Worker,
} from 'bullmq';
import { Redis } from 'ioredis';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config.ts';
import { outliveBreaks, SESSION_OPTIONS } from '../database/connections.ts';
import { DatabaseServer } from '../database/database-server.ts';
import { withoutValues } from '../database/without-values.ts';
import { NotYet } from './not-yet.ts';
import { assertKeepsJobs } from './redis-policy.ts';

/**
 * The names of the queues. Short facts and small imports never wait behind a long import or run.
 * None of these waits behind the servers of other organisations. No import or run waits while
 * earlier records are compared for duplicates.
 */
export const queueNames = ['facts', 'long', 'small-imports', 'outside', 'comparisons'] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * Keeps nothing of a finished job, since the outbox records it. If a job is given up and that could
 * not be recorded, it is handed over again; the queue would refuse a job that it still holds.
 */
const keep = { removeOnComplete: true, removeOnFail: true };

/** How long a job is tried before people have to look at it. The delay doubles each time. */
interface RetryPolicy {
  attempts: number;
  delayMs: number;
}

/** Twelve attempts, with 34 minutes of delay in all. */
const DEFAULT_RETRY_POLICY: RetryPolicy = { attempts: 12, delayMs: 1_000 };

/** Milliseconds until a job whose time has not come (`NotYet`) is tried again, however often. */
const RETRY_NOT_YET_AFTER_MS = 500;

const workerOptions = {
  lockDuration: 30_000,
  stalledInterval: 5_000,
  // Being killed repeatedly is no fault of the job. With the default of 1 the job would be lost.
  maxStalledCount: 1_000_000,
};

/**
 * Logs an error of BullMQ at debug level. An unreachable queue comes back by itself, and BullMQ
 * reports each attempt.
 */
const logged = (error: Error): void => {
  new Logger('Jobs').debug(`BullMQ: ${error.message}`);
};

/** The small part of BullMQ that is used here, the same over PostgreSQL and over Redis. */
export interface JobQueue {
  add(jobs: readonly { id: string; name: string; data: unknown }[]): Promise<void>;
  /** Starts a worker in this process. `onGivenUp` gets each job whose every attempt failed. */
  work(process: Process, concurrency: number, onGivenUp: OnGivenUp): Promise<RunningWorker>;
  /** Schedules `name` by a cron pattern, in UTC, whichever processes are running. */
  schedule(name: string, pattern: string): Promise<void>;
  close(): Promise<void>;
}

export interface RunningWorker {
  /**
   * Stops taking jobs. Those that still run after `graceMs` go back to the queue at once, for any
   * process, and what they are doing is abandoned.
   */
  close(graceMs: number): Promise<void>;
}

type Process = (job: { name: string; data: unknown }) => Promise<void>;
type OnGivenUp = (data: unknown, reason: string) => Promise<void>;

/** Opens the queues: over Redis if REDIS_URL is set, else over PostgreSQL. */
@Injectable()
export class JobQueues {
  constructor(
    private readonly config: Config,
    private readonly server: DatabaseServer,
  ) {}

  /** Whether this process takes jobs. One that only answers requests leaves them to others. */
  get takesJobs(): boolean {
    return this.config.role !== 'api';
  }

  /**
   * Logs what carries the jobs.
   * @throws Error if that could lose jobs
   */
  async check(log: Logger): Promise<void> {
    const { redisUrl } = this.config;
    log.log(redisUrl ? 'BullMQ: on Redis at REDIS_URL' : 'BullMQ: on PostgreSQL');
    if (redisUrl && this.takesJobs) await assertKeepsJobs(redisUrl);
  }

  /** Opens a queue. `retryPolicy`: how often and with which delays a failed job is retried. */
  open(name: QueueName, retryPolicy = DEFAULT_RETRY_POLICY): JobQueue {
    const { redisUrl, queuePrefix } = this.config;
    return redisUrl === null
      ? overPostgres(this.server.url, name, retryPolicy)
      : overRedis({ url: redisUrl, prefix: queuePrefix }, name, retryPolicy);
  }
}

function overPostgres(databaseUrl: string, name: QueueName, retryPolicy: RetryPolicy): JobQueue {
  // With the options of all other sessions. BullMQ appends its search path.
  const connection = (max: number) => ({
    connectionString: databaseUrl,
    options: SESSION_OPTIONS,
    max,
    onConnect: outliveBreaks,
  });
  const queue = new Queue(name, { connection: connection(2) }, createPostgresBackend);
  return wrap(queue, retryPolicy, (process, concurrency) => {
    const options = { ...workerOptions, concurrency, connection: connection(concurrency + 1) };
    return new Worker(name, process, options, createPostgresBackend);
  });
}

function overRedis(
  { url, prefix }: { url: string; prefix: string },
  name: QueueName,
  retryPolicy: RetryPolicy,
): JobQueue {
  // The relay must learn at once that Redis is away. A worker waits until it is back.
  const writing = new Redis(url, { enableOfflineQueue: true, maxRetriesPerRequest: 1 });
  const queue = new Queue(name, { connection: writing, prefix, skipWaitingForReady: true });
  const wrapped = wrap(queue, retryPolicy, (process, concurrency) => {
    const connection = { url, maxRetriesPerRequest: null };
    return new Worker(name, process, { ...workerOptions, concurrency, connection, prefix });
  });
  return {
    ...wrapped,
    close: async () => {
      await wrapped.close();
      writing.disconnect();
    },
  };
}

/** Abandons the jobs that run when `signal` is aborted: they throw `NotYet`, whatever they do. */
function untilAborted(process: Process, signal: AbortSignal): Process {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new NotYet());
    });
  });
  aborted.catch(() => undefined); // nothing may be running
  return (job) => Promise.race([process(job), aborted]);
}

/** Delays a job that throws `NotYet`, without counting it as failed. */
function rescheduleIfNotYet(
  process: Process,
): (job: Job<unknown>, token?: string) => Promise<void> {
  return async (job, token) => {
    try {
      await process({ name: job.name, data: job.data });
    } catch (error) {
      // The queue records the message and the trace.
      if (!(error instanceof NotYet)) throw withoutValues(error);
      await job.moveToDelayed(Date.now() + RETRY_NOT_YET_AFTER_MS, token);
      throw new DelayedError();
    }
  };
}

interface AnyQueue {
  addBulk(jobs: { name: string; data: unknown; opts: BulkJobOptions }[]): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { pattern: string; tz: string },
    template: { name: string; opts: typeof keep },
  ): Promise<unknown>;
  close(): Promise<void>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

interface TriedJob {
  data: unknown;
  attemptsMade: number;
  opts: { attempts?: number };
}

interface AnyWorker {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: TriedJob | undefined, error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}

function wrap(
  queue: AnyQueue,
  { attempts, delayMs: delay }: RetryPolicy,
  makeWorker: (process: Processor<unknown>, concurrency: number) => AnyWorker,
): JobQueue {
  queue.on('error', logged);
  return {
    add: async (jobs) => {
      const bulk = jobs.map(({ id, name, data }) => ({
        name,
        data,
        opts: { jobId: id, ...keep, attempts, backoff: { type: 'exponential', delay } },
      }));
      await queue.addBulk(bulk);
    },
    work: async (process, concurrency, onGivenUp) => {
      const patience = new AbortController();
      const runUntil = untilAborted(process, patience.signal);
      const worker = makeWorker(rescheduleIfNotYet(runUntil), concurrency);
      worker.on('error', logged);
      worker.on('failed', (job, error) => {
        const givenUp = job && job.attemptsMade >= (job.opts.attempts ?? 1);
        if (givenUp) void onGivenUp(job.data, error.message);
      });
      await worker.waitUntilReady();
      const close = async (graceMs: number): Promise<void> => {
        const timer = setTimeout(() => {
          patience.abort();
        }, graceMs);
        await worker.close();
        clearTimeout(timer);
      };
      return { close };
    },
    schedule: async (name, pattern) => {
      await queue.upsertJobScheduler(name, { pattern, tz: 'UTC' }, { name, opts: keep });
    },
    close: () => queue.close(),
  };
}
