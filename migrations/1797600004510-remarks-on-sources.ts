import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the last poll of a source had to say was one English text. It is a list of codes with their values, said in
 * the language of whoever asks; the next poll fills it.
 */
export class RemarksOnSources1797600004510 implements MigrationInterface {
  name = 'RemarksOnSources1797600004510';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE exchange_source DROP COLUMN last_error, ADD COLUMN remarks jsonb NOT NULL DEFAULT '[]'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE exchange_source DROP COLUMN remarks, ADD COLUMN last_error text',
    );
  }
}
