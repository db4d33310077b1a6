import type { Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { changedRows } from '../database/rows.ts';
import { SYSTEM } from '../database/tenant.ts';
import { withoutValues } from '../database/without-values.ts';
import type { OutboxJob } from './job-runner.ts';

/** How long a job may lie in the queue before it is handed over again, in case it was lost. */
const REDELIVER_AFTER = '30 seconds';
const BATCH = 500;
const PAUSE_MS = 100;
const PAUSE_AFTER_FAILURE_MS = 1_000;

/**
 * A job to hand over. `again` is set from the second time on; it then goes alone, since a job in
 * its group may have failed it.
 */
export interface DueJob extends OutboxJob {
  again: boolean;
}

type Deliver = (jobs: readonly DueJob[]) => Promise<void>;

/**
 * Hands the jobs of the outbox to the queue, in order, and repeats that until they are done. A
 * queue that is flushed or killed therefore loses nothing (guarantee G9): the runner drops what was
 * done.
 */
export class OutboxRelay {
  private stopped = false;
  private underway: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly deliver: Deliver,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.underway = this.loop();
  }

  /** Waits for the batch under way, then stops. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.underway;
  }

  private async loop(): Promise<void> {
    let failing = false;
    while (!this.stopped) {
      try {
        const delivered = await this.relay();
        failing = false;
        if (delivered < BATCH) await sleep(PAUSE_MS);
      } catch (error) {
        if (!failing)
          this.log.warn(
            `The queue cannot be reached, so jobs wait: ${String(withoutValues(error))}`,
          );
        failing = true;
        await sleep(PAUSE_AFTER_FAILURE_MS);
      }
    }
  }

  /**
   * Hands over a batch of due jobs and returns its size. Jobs are marked before they are delivered,
   * and the mark is rolled back if delivery fails, so that no job is left out. Equal jobs put since
   * the last look are handed over once, since their handler looks at the state of that moment. A
   * job that was handed over before stands for no other, since it may be running already.
   */
  private async relay(): Promise<number> {
    return this.database.as(SYSTEM, async (sql) => {
      const jobs = await changedRows<DueJob & { first: boolean }>(
        sql,
        `WITH due AS (
           SELECT id, job, payload, dispatched_at FROM outbox
            WHERE done_at IS NULL AND failed_at IS NULL
              AND (dispatched_at IS NULL OR dispatched_at < now() - $1::interval)
            ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED),
         told AS (
           SELECT id, dispatched_at IS NOT NULL AS again, dispatched_at IS NOT NULL OR row_number() OVER (
                    PARTITION BY job, payload, dispatched_at IS NULL ORDER BY id) = 1 AS first
             FROM due)
         UPDATE outbox SET dispatched_at = now(), done_at = CASE WHEN NOT first THEN now() END
           FROM told WHERE outbox.id = told.id
         RETURNING outbox.id, job, payload, again, first`,
        [REDELIVER_AFTER, BATCH],
      );
      const inOrder = jobs
        .filter(({ first }) => first)
        .map(({ first: _, ...due }) => due)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1));
      if (inOrder.length > 0) await this.deliver(inOrder);
      return jobs.length;
    });
  }
}
