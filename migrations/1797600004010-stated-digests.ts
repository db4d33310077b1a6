import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The SHA-256 that a file is to have may be stated with any of its parts, and is compared with the whole. */
export class StatedDigests1797600004010 implements MigrationInterface {
  name = 'StatedDigests1797600004010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE file_import ADD COLUMN stated_sha256 text[] NOT NULL DEFAULT '{}'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import DROP COLUMN stated_sha256');
  }
}
