import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Merged vacancies were offered to the exchange again once the vacancy they were merged into ended: each is looked at
 * again when offers are next given.
 */
export class MergedVacanciesOfferedOnce1797600004500 implements MigrationInterface {
  name = 'MergedVacanciesOfferedOnce1797600004500';

  async up(runner: QueryRunner): Promise<void> {
    // The owner of the tables is under row security too.
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query(
      `INSERT INTO exchange_pending (vacancy_id)
       SELECT id FROM vacancy WHERE merged_into_id IS NOT NULL`,
    );
  }

  /** What is looked at again is offered as before; nothing is to be taken back. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
