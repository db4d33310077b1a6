import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was decided by rules of regions that held in whole states, or may have been overtaken by a date that nobody
 * looked at, is decided again in the first night.
 */
export class AllToBeLookedAt1797600004100 implements MigrationInterface {
  name = 'AllToBeLookedAt1797600004100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query('UPDATE vacancy_matching SET review_on = decided_on');
  }

  /** When they were to be looked at is not known any more: they still are, in the night after. */
  async down(): Promise<void> {}
}
