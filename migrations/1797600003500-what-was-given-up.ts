import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs, simulations and draws whose job was given up say so, those of earlier days too. */
export class WhatWasGivenUp1797600003500 implements MigrationInterface {
  name = 'WhatWasGivenUp1797600003500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE assignment ADD COLUMN given_up_at timestamptz');
    await allow(runner, {
      matching_run: `'waiting', 'running', 'finished', 'failed'`,
      simulation: `'waiting', 'running', 'finished', 'cancelled', 'failed'`,
      allocation_round: `'announced', 'drawn', 'withdrawn', 'failed'`,
    });
    await holdSeats(runner, `'announced', 'failed'`);
    for (const statement of ends) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`UPDATE matching_run SET status = 'finished' WHERE status = 'failed'`);
    await runner.query(`UPDATE simulation SET status = 'cancelled' WHERE status = 'failed'`);
    await runner.query(`UPDATE allocation_round SET status = 'announced' WHERE status = 'failed'`);
    await holdSeats(runner, `'announced'`);
    await allow(runner, {
      matching_run: `'waiting', 'running', 'finished'`,
      simulation: `'waiting', 'running', 'finished', 'cancelled'`,
      allocation_round: `'announced', 'drawn', 'withdrawn'`,
    });
    await runner.query('ALTER TABLE assignment DROP COLUMN given_up_at');
  }
}

async function allow(runner: QueryRunner, statuses: Record<string, string>): Promise<void> {
  for (const [table, allowed] of Object.entries(statuses))
    await runner.query(
      `ALTER TABLE ${table} DROP CONSTRAINT ${table}_status_check,
         ADD CONSTRAINT ${table}_status_check CHECK (status IN (${allowed}))`,
    );
}

/** One round at a time has the seats of an offer. */
async function holdSeats(runner: QueryRunner, pending: string): Promise<void> {
  await runner.query('DROP INDEX allocation_round_pending');
  await runner.query(
    `CREATE UNIQUE INDEX allocation_round_pending ON allocation_round (quota_id)
      WHERE status IN (${pending})`,
  );
}

const ends = [
  `UPDATE matching_run SET status = 'failed', finished_at = failed_at
     FROM outbox
    WHERE job IN ('matching-run.started', 'allocation.started') AND failed_at IS NOT NULL
      AND matching_run.id = (payload ->> 'runId')::uuid AND status IN ('waiting', 'running')`,
  `UPDATE assignment SET given_up_at = finished_at
     FROM matching_run
    WHERE matching_run.id = assignment.id AND status = 'failed' AND drawn_at IS NULL`,
  `UPDATE simulation SET status = 'failed', finished_at = failed_at
     FROM outbox
    WHERE job = 'simulation.started' AND failed_at IS NOT NULL
      AND simulation.id = (payload ->> 'simulationId')::uuid AND status IN ('waiting', 'running')`,
  // One that is being drawn again says at its own end how that went.
  `UPDATE allocation_round SET status = 'failed'
     FROM outbox
    WHERE job = 'allocation-batch.closed' AND failed_at IS NOT NULL
      AND allocation_round.id = (payload ->> 'roundId')::uuid AND status = 'announced'
      AND (payload ->> 'batch')::int = draws + 1`,
];
