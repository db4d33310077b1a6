import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who left counts for a sector of NACE or ESCO by the code of their work. What was counted before has
 * neither, and counts for no such sector any longer: nothing tells which it was.
 */
export class WorkOfDepartures1797600004200 implements MigrationInterface {
  name = 'WorkOfDepartures1797600004200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outflow_entry ADD nace text, ADD esco text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE outflow_entry DROP nace, DROP esco');
  }
}
