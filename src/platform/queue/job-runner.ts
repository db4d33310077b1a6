import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName } from '../../jobs.ts';
import { Database } from '../database/database.ts';
import { changedRows } from '../database/rows.ts';
import { SYSTEM, actAs } from '../database/tenant.ts';
import type { JobSteps } from './handles-job.ts';
import { JobHandlers } from './job-handlers.ts';
import { NotYet } from './not-yet.ts';

/** Matches rows of the outbox that are neither done nor given up. */
const IS_OPEN = 'done_at IS NULL AND failed_at IS NULL';

/** The id and the payload of one row of the outbox. */
interface OutboxEntry {
  id: string;
  payload: object;
}

/** A row of the outbox as the queue carries it, with rows of its name that are done with it. */
export interface OutboxJob extends OutboxEntry {
  job: JobName;
  others?: readonly OutboxEntry[];
}

/** Returns the ids of all rows of the outbox that a job of the queue stands for. */
export function idsOf({ id, others = [] }: OutboxJob): string[] {
  return [id, ...others.map((other) => other.id)];
}

/**
 * Runs a job at most once to its effect, however often the queue delivers it. The outbox row holds
 * the done mark, which is set in the transaction of the effect.
 */
@Injectable()
export class JobRunner {
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
  ) {}

  /**
   * Runs a job of the queue, unless its rows are done or given up.
   * @throws whatever its handler throws, so that the queue tries it again; NotYet if the process
   * stops before a step
   */
  async run(outboxJob: OutboxJob): Promise<void> {
    const { id, job, payload, others = [] } = outboxJob;
    const { handle, inSteps, many } = this.handlers.get(job);
    if (inSteps) {
      return this.database.inBackground(() =>
        this.runInSteps(id, (steps) => handle(payload, steps)),
      );
    }
    await this.database.as(SYSTEM, async (sql) => {
      const marked = await this.markDone(sql, idsOf(outboxJob));
      const payloads = [outboxJob, ...others].filter((one) => marked.has(one.id));
      if (payloads.length === 0) return;
      await handle(many ? payloads.map((one) => one.payload) : payload, sql);
    });
  }

  /** Ends the jobs in steps before their next step, from which they are resumed later. */
  stop(): void {
    this.isStopping = true;
  }

  /**
   * Records that the queue gave the job up, with the reason, and keeps it for people to see. In the
   * same transaction it ends what the job left under way. Does nothing if the job is no longer
   * open.
   */
  async giveUp(outboxJob: OutboxJob, reason: string): Promise<void> {
    const { endGivenUp } = this.handlers.get(outboxJob.job);
    const markFailed = async (sql: EntityManager): Promise<void> => {
      const marked = await changedRows<unknown>(
        sql,
        `UPDATE outbox SET failed_at = now(), last_error = $2
          WHERE id = ANY ($1) AND ${IS_OPEN} RETURNING id`,
        [idsOf(outboxJob), reason.slice(0, 2_000)],
      );
      if (marked.length > 0) await endGivenUp?.(outboxJob.payload, sql);
    };
    await this.database.inBackground(() => this.database.as(SYSTEM, markFailed));
  }

  private async runInSteps(id: string, handle: (steps: JobSteps) => Promise<void>): Promise<void> {
    const open = await this.database.as(SYSTEM, (sql) =>
      sql.query<unknown[]>(`SELECT 1 FROM outbox WHERE id = $1 AND ${IS_OPEN}`, [id]),
    );
    if (open.length === 0) return;
    await actAs(SYSTEM, () => handle(this.stepsOf(id)));
    await this.database.as(SYSTEM, (sql) => this.markDone(sql, [id]));
  }

  private stepsOf(id: string): JobSteps {
    return {
      once: async (step, work) => {
        if (this.isStopping) throw new NotYet();
        return this.database.as(SYSTEM, async (sql) => {
          const marked = await sql.query<unknown[]>(
            `INSERT INTO outbox_step (outbox_id, step) VALUES ($1, $2)
             ON CONFLICT DO NOTHING RETURNING step`,
            [id, step],
          );
          if (marked.length > 0) await work(sql);
          return marked.length > 0;
        });
      },
      isDone: (step) =>
        this.database.transaction(async (sql) => {
          const done = await sql.query<unknown[]>(
            'SELECT FROM outbox_step WHERE outbox_id = $1 AND step = $2',
            [id, step],
          );
          return done.length > 0;
        }),
    };
  }

  /** @returns the ids that were open before */
  private async markDone(sql: EntityManager, ids: readonly string[]): Promise<ReadonlySet<string>> {
    const marked = await changedRows<{ id: string }>(
      sql,
      `UPDATE outbox SET done_at = now() WHERE id = ANY ($1) AND ${IS_OPEN} RETURNING id`,
      [ids],
    );
    return new Set(marked.map(({ id }) => id));
  }
}
