import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The least pay that a person wishes for: amount, currency and interval. */
export class DesiredPay1796400000200 implements MigrationInterface {
  name = 'DesiredPay1796400000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE candidate ADD COLUMN desired_pay jsonb
         CHECK (jsonb_typeof(desired_pay) = 'object')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE candidate DROP COLUMN desired_pay');
  }
}
