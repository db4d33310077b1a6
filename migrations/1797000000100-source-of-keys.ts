import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Where a record is from stands beside its keys: two of one source are never one, and a large file of one
 * source would otherwise have thousands of its records read again for each few that arrive.
 */
export class SourceOfKeys1797000000100 implements MigrationInterface {
  name = 'SourceOfKeys1797000000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['candidate', 'vacancy']) {
      await runner.query(`ALTER TABLE ${table}_block ADD source uuid`);
    }
    // As contentHash has it.
    await runner.query(
      `UPDATE vacancy_block SET source = encode(substring(
         sha256(convert_to(organisation_id || ' ' || source_agency, 'UTF8')) FOR 16), 'hex')::uuid
         FROM vacancy WHERE vacancy.id = vacancy_id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['candidate', 'vacancy']) {
      await runner.query(`ALTER TABLE ${table}_block DROP source`);
    }
  }
}
