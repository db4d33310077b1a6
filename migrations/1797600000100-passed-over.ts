import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Totals, signatures and notes under a table are no rows that were rejected: they are counted for themselves. */
export class PassedOver1797600000100 implements MigrationInterface {
  name = 'PassedOver1797600000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import ADD COLUMN passed_over int NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import DROP COLUMN passed_over');
  }
}
