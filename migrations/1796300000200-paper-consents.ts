import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Consents on paper: the scan by its hash, and who witnessed the signature. */
export class PaperConsents1796300000200 implements MigrationInterface {
  name = 'PaperConsents1796300000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE consent
         ADD COLUMN scan_sha256 text CHECK (scan_sha256 ~ '^[0-9a-f]{64}$'),
         ADD COLUMN witness text CHECK (witness <> ''),
         ADD CHECK ((scan_sha256 IS NULL) = (witness IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE consent DROP COLUMN scan_sha256, DROP COLUMN witness');
  }
}
