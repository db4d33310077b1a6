import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How often a vacancy was marked to be decided again: a decision takes away only the marks that it has
 * seen, so that nobody who marks has to wait for one under way. And people who have changed, until the
 * vacancies that they concern are marked, of many people at once.
 */
export class Marks1796200000100 implements MigrationInterface {
  name = 'Marks1796200000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vacancy_matching ADD COLUMN marks int NOT NULL DEFAULT 0');
    await runner.query('CREATE TABLE changed_person (candidate_id uuid NOT NULL)');
    await runner.query(`CALL protect_table('changed_person', $$ false $$, $$ false $$)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE changed_person');
    await runner.query('ALTER TABLE vacancy_matching DROP COLUMN marks');
  }
}
