import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A later file may correct consents: an undo puts them back as they were. */
export class ConsentsBeforeImports1797600003910 implements MigrationInterface {
  name = 'ConsentsBeforeImports1797600003910';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE candidate_import_before ADD COLUMN consents jsonb,
         ALTER consents SET STATISTICS 0`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE candidate_import_before DROP COLUMN consents');
  }
}
