import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the reading of a file rests on is kept with it, so that every reading is the same. */
export class BasisOfImports1797600003900 implements MigrationInterface {
  name = 'BasisOfImports1797600003900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import ADD COLUMN basis jsonb');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import DROP COLUMN basis');
  }
}
