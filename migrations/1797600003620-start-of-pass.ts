import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When a file was begun to be read the time that it is read now: by that its pace is reckoned. */
export class StartOfPass1797600003620 implements MigrationInterface {
  name = 'StartOfPass1797600003620';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'ALTER TABLE file_import ADD COLUMN pass_started_at timestamptz',
      `SELECT set_config('passerelle.role', 'system', true)`,
      'UPDATE file_import SET pass_started_at = started_at WHERE started_at IS NOT NULL',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import DROP COLUMN pass_started_at');
  }
}
