import { Injectable } from '@nestjs/common';
import type { Jobs } from '../../jobs.ts';
import { Database } from '../database/database.ts';
import { changedCount } from '../database/rows.ts';
import { SYSTEM } from '../database/tenant.ts';
import { HandlesJob, type JobSteps } from './handles-job.ts';

/** Days for which done jobs stay visible. The queue hands none of them over again by then. */
const KEPT_DAYS = 7;

/** Rows deleted per transaction: few enough that no writer to the outbox has to wait noticeably. */
const DELETE_BATCH_SIZE = 5_000;

/** Deletes done jobs with their steps. Jobs that failed for good stay for people to see. */
@Injectable()
export class OutboxWorker {
  constructor(private readonly database: Database) {}

  @HandlesJob('outbox.nightly', { every: 'night', inSteps: true })
  async nightly({ on }: Jobs['outbox.nightly'], _: JobSteps): Promise<void> {
    let gone = DELETE_BATCH_SIZE;
    while (gone === DELETE_BATCH_SIZE)
      gone = await this.database.as(SYSTEM, async (sql) => {
        const count = await changedCount(
          sql,
          `DELETE FROM outbox WHERE id IN (
             SELECT id FROM outbox WHERE done_at < ($1::date - $2::int)::timestamp AT TIME ZONE 'UTC'
              ORDER BY done_at LIMIT $3)`,
          [on, KEPT_DAYS, DELETE_BATCH_SIZE],
        );
        return count;
      });
  }
}
