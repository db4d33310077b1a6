import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { JobName } from '../../../src/jobs.ts';
import { JobRunner, type OutboxJob } from '../../../src/platform/queue/job-runner.ts';
import type { TestApp } from './start-app.ts';

/** Runs jobs one by one in an application where none runs by itself: one with the role `api`. */
export class JobsByHand {
  constructor(private readonly test: TestApp) {}

  /**
   * Returns the only open job of that name.
   * @throws Error if there is none, or more than one
   */
  async open(job: JobName): Promise<OutboxJob> {
    const [found, ...others] = await this.test.database.as(SYSTEM, (sql) =>
      sql.query<OutboxJob[]>(
        'SELECT id, job, payload FROM outbox WHERE job = $1 AND done_at IS NULL AND failed_at IS NULL',
        [job],
      ),
    );
    if (!found || others.length > 0) throw new Error(`There is not one open ${job}.`);
    return found;
  }

  async run(job: JobName): Promise<void> {
    await this.test.app.get(JobRunner).run(await this.open(job));
  }

  /** Gives the job up, as its queue does after the last attempt. */
  async giveUp(job: JobName): Promise<void> {
    await this.test.app.get(JobRunner).giveUp(await this.open(job), 'a fault of ours');
  }
}
