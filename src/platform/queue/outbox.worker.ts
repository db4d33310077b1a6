import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../jobs.ts';
import { Database } from '../database/database.ts';
import { SYSTEM } from '../database/tenant.ts';
import { HandlesJob, type JobSteps } from './handles-job.ts';

/** For so many days it can be seen what was done when; the queue hands nothing over again by then. */
const KEPT_DAYS = 7;

/** Few enough to be gone in an instant, so that nobody who puts something down meanwhile waits. */
const AT_ONCE = 5_000;

/** Forgets jobs that are done, with their steps; those that failed for good stay for people to see. */
@Injectable()
export class OutboxWorker {
  constructor(private readonly database: Database) {}

  @HandlesJob('outbox.nightly', { inSteps: true })
  async nightly({ on }: Jobs['outbox.nightly'], _: JobSteps): Promise<void> {
    let gone = AT_ONCE;
    while (gone === AT_ONCE)
      gone = await this.database.as(SYSTEM, async (sql) => {
        const [, count] = await sql.query<[unknown[], number]>(
          `DELETE FROM outbox WHERE id IN (
             SELECT id FROM outbox WHERE done_at < ($1::date - $2::int)::timestamp AT TIME ZONE 'UTC'
              ORDER BY done_at LIMIT $3)`,
          [on, KEPT_DAYS, AT_ONCE],
        );
        return count;
      });
  }
}
