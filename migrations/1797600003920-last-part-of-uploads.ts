import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An upload that goes on is kept, however long ago it was begun. */
export class LastPartOfUploads1797600003920 implements MigrationInterface {
  name = 'LastPartOfUploads1797600003920';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import ADD COLUMN received_at timestamptz');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import DROP COLUMN received_at');
  }
}
