import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A placement keeps the work that was offered. It was read from the vacancy, so an employer who
 * changed the vacancy after the offer changed by which caps and sectors the contract was judged.
 */
export class WorkAsOffered1797600004601 implements MigrationInterface {
  name = 'WorkAsOffered1797600004601';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `SELECT set_config('passerelle.role', 'system', true)`,
      'ALTER TABLE placement ADD COLUMN work jsonb',
      `UPDATE placement
          SET work = jsonb_build_object('isco', isco, 'esco', esco, 'nace', nace, 'locations', locations)
         FROM vacancy WHERE vacancy.id = vacancy_id`,
      'ALTER TABLE placement ALTER work SET NOT NULL',
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE placement DROP COLUMN work');
  }
}
