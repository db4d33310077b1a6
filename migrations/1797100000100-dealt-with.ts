import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few matches have an outcome, and each decision asks for those of its vacancy. */
export class DealtWith1797100000100 implements MigrationInterface {
  name = 'DealtWith1797100000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX match_dealt_with ON match (vacancy_id) WHERE outcome IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX match_dealt_with');
  }
}
