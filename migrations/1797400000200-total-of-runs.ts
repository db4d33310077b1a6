import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many vacancies a run goes over, so that nobody reads a hundred thousand ids to say how far it is. */
export class TotalOfRuns1797400000200 implements MigrationInterface {
  name = 'TotalOfRuns1797400000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE matching_run
         ADD COLUMN total int NOT NULL GENERATED ALWAYS AS (cardinality(vacancy_ids)) STORED`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE matching_run DROP COLUMN total');
  }
}
