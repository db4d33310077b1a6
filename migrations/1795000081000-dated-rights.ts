import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From when until when a person's nationalities and rights of residence hold. */
export class DatedRights1795000081000 implements MigrationInterface {
  name = 'DatedRights1795000081000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE candidate ADD rights jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE candidate DROP rights');
  }
}
