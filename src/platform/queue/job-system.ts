import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { v5 } from 'uuid';
import type { JobName } from '../../jobs.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import { withoutValues } from '../database/without-values.ts';
import type { Every } from './handles-job.ts';
import { JobHandlers } from './job-handlers.ts';
import {
  type JobQueue,
  JobQueues,
  type QueueName,
  queueNames,
  type RunningWorker,
} from './job-queues.ts';
import { groupJobs } from './job-groups.ts';
import { JobRunner, type OutboxJob } from './job-runner.ts';
import { type DueJob, OutboxRelay } from './outbox-relay.ts';

const concurrency: Record<QueueName, number> = {
  facts: 2,
  long: 1,
  'small-imports': 2,
  outside: 4,
  comparisons: 1,
};

/** How long running jobs may take to finish when the process stops, in ms. */
const GRACE_MS = 2_000;

/** When scheduled jobs are due, and the date or minute that each gets as its payload. */
const schedules: Record<Every, { pattern: string; payloadAt: (now: string) => object }> = {
  // Offices in Europe are closed, and the calendar date has changed in all of them.
  night: { pattern: '0 2 * * *', payloadAt: (now) => ({ on: now.slice(0, 10) }) },
  'five-minutes': { pattern: '*/5 * * * *', payloadAt: (now) => ({ at: now.slice(0, 16) }) },
};

/**
 * The namespace of the ids of scheduled jobs. An id is made from the name and the date or minute,
 * so that each runs once.
 */
const SCHEDULE_NAMESPACE = '6f9d2c1e-5a0b-5c7e-9f53-0d1f4b8f2a11';

/** Runs the queues of this process: relay and workers if it takes jobs, otherwise nothing. */
@Injectable()
export class JobSystem implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Jobs');
  private readonly queues = new Map<QueueName, JobQueue>();
  private workers: RunningWorker[] = [];
  private relay: OutboxRelay | null = null;

  constructor(
    private readonly opener: JobQueues,
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly runner: JobRunner,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.opener.check(this.log);
    if (!this.opener.takesJobs) return;
    for (const name of queueNames) {
      this.queues.set(name, this.opener.open(name));
    }
    for (const { job, every } of this.handlers.all()) {
      if (every) await this.queue('facts').schedule(job, schedules[every].pattern);
    }
    for (const name of queueNames) await this.startWorker(name);
    this.relay = new OutboxRelay(this.database, (jobs) => this.deliver(jobs), this.log);
    this.relay.start();
  }

  /**
   * Takes no new job and lets go of the running ones, so that none is left locked (guarantee G11):
   * a job in steps ends before its next step, and the others have a moment to finish. This is
   * early in the stop because jobs use what is closed later.
   */
  async beforeApplicationShutdown(): Promise<void> {
    this.runner.stop();
    const closing = this.workers.map((worker) => worker.close(GRACE_MS));
    await Promise.all([this.relay?.stop(), ...closing]);
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }

  private async startWorker(name: QueueName): Promise<void> {
    const worker = await this.queue(name).work(
      ({ name: job, data }) =>
        isOutboxJob(data) ? this.runner.run(data) : this.putDue(job as JobName),
      concurrency[name],
      (data, reason) => this.giveUp(data, reason),
    );
    this.workers.push(worker);
  }

  private async deliver(jobs: readonly DueJob[]): Promise<void> {
    const together = groupJobs(jobs, (job) => this.handlers.get(job).many);
    for (const name of queueNames) {
      const own = together.filter((one) => this.queueOf(one) === name);
      const bulk = own.map((data) => ({ id: queueIdOf(data), name: data.job, data }));
      if (bulk.length > 0) await this.queue(name).add(bulk);
    }
  }

  private queueOf({ job, payload }: OutboxJob): QueueName {
    const { queue } = this.handlers.get(job);
    return typeof queue === 'function' ? queue(payload as never) : queue;
  }

  /** Puts a scheduled job into the outbox, once per date or minute on which it is due. */
  private async putDue(job: JobName): Promise<void> {
    const { every } = this.handlers.get(job);
    if (!every) throw new Error(`The job ${job} is not scheduled.`);
    const payload = schedules[every].payloadAt(this.clock.now().toISOString());
    const id = v5(`${job}:${Object.values(payload).join()}`, SCHEDULE_NAMESPACE);
    await this.database.as(SYSTEM, (sql) =>
      sql.query(
        'INSERT INTO outbox (id, job, payload) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [id, job, payload],
      ),
    );
  }

  private async giveUp(data: unknown, reason: string): Promise<void> {
    if (!isOutboxJob(data)) return;
    this.log.error(`Job ${data.job} ${data.id} has failed and is not retried: ${reason}`);
    await this.runner.giveUp(data, reason).catch((error: unknown) => {
      this.log.error(
        `The failure could not be recorded, so the job is retried: ${withoutValues(error).message}`,
      );
    });
  }

  private queue(name: QueueName): JobQueue {
    const queue = this.queues.get(name);
    if (!queue) throw new Error(`Queue ${name} is not open.`);
    return queue;
  }
}

/**
 * Returns the id of a job in its queue. A group has another id than its first job alone, since that
 * job may be handed over alone while the group is being tried again.
 */
function queueIdOf({ id, others = [] }: OutboxJob): string {
  return others.length === 0 ? id : `${id}-and-others`;
}

function isOutboxJob(data: unknown): data is OutboxJob {
  return typeof data === 'object' && data !== null && 'id' in data && 'job' in data;
}
