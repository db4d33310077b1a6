import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people are found by depends on how their names are read, which has changed: everybody is compared again,
 * a file at a time, so that those who come later are found beside them.
 */
export class CompareNamesAgain1797600003400 implements MigrationInterface {
  name = 'CompareNamesAgain1797600003400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `INSERT INTO outbox (id, job, payload)
       SELECT gen_random_uuid(), 'candidate-import.uncompared', jsonb_build_object('importId', import_id)
         FROM (SELECT DISTINCT import_id FROM candidate WHERE import_id IS NOT NULL) AS file
       UNION ALL
       SELECT gen_random_uuid(), 'candidate.uncompared', jsonb_build_object('candidateId', id)
         FROM candidate WHERE import_id IS NULL`,
    );
  }

  /** Names are read as the application reads them; nothing is to be taken back. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
