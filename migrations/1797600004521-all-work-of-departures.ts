import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A vacancy may name several occupations, and a departure counted for the first alone: the caps and
 * exceptions of the others were never used up. Departures counted before keep the code they have.
 */
export class AllWorkOfDepartures1797600004521 implements MigrationInterface {
  name = 'AllWorkOfDepartures1797600004521';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE outflow_entry ADD further_isco text[] NOT NULL DEFAULT '{}',
                                 ADD further_esco text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outflow_entry DROP further_isco, DROP further_esco');
  }
}
