import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The field of education that a vacancy asks for, ISCED-F 2013. */
export class EducationFields1796400000100 implements MigrationInterface {
  name = 'EducationFields1796400000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE vacancy ADD COLUMN education_field text
         CHECK (education_field ~ '^(0[0-9]|10)[0-9]{0,2}$')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vacancy DROP COLUMN education_field');
  }
}
