import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A pressed sector that was lifted goes on to hold for what was asked before. To decide as of an earlier moment
 * takes when somebody had asked last by then, which only the last time of all was known of.
 */
export class EachAsking1797600004110 implements MigrationInterface {
  name = 'EachAsking1797600004110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE vacancy_matching ADD asked_before timestamptz[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vacancy_matching DROP asked_before');
  }
}
