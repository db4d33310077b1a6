import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a person comes before others of their tier, kept with the decision. */
export class Precedence1796000120000 implements MigrationInterface {
  name = 'Precedence1796000120000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE match ADD COLUMN precedence text CHECK (precedence IN ('returned', 'trained'))`,
    );
    await runner.query('CREATE INDEX trained_list_state ON trained_list (state, valid_until_on)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX trained_list_state');
    await runner.query('ALTER TABLE match DROP COLUMN precedence');
  }
}
