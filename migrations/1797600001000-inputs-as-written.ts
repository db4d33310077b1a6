import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What decisions are made from stays the text that it is written as, of which the hash is from now on. Nobody
 * looks for what is in it, and to take it apart into jsonb was half of storing it.
 */
export class InputsAsWritten1797600001000 implements MigrationInterface {
  name = 'InputsAsWritten1797600001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision_input ALTER COLUMN content TYPE json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE decision_input ALTER COLUMN content TYPE jsonb');
  }
}
