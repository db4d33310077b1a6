import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What vacancies are found by has one key more, and those that have ended are found no more: all are compared again,
 * 500 a job.
 */
export class CompareVacanciesAgain1797600003800 implements MigrationInterface {
  name = 'CompareVacanciesAgain1797600003800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO outbox (id, job, payload)
       SELECT gen_random_uuid(), 'vacancies.uncompared', jsonb_build_object('vacancyIds', jsonb_agg(id))
         FROM (SELECT id, (row_number() OVER (ORDER BY id) - 1) / 500 AS part FROM vacancy) AS each
        GROUP BY part`,
    );
  }

  /** They are found by what the application makes of them; nothing is to be taken back. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
