import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each decision was made from, so that it can be made again. Kept by content: the facts on a
 * vacancy serve all its matches, those on a person all matches of the day. They go with the person.
 */
export class DecisionInputs1795000066000 implements MigrationInterface {
  name = 'DecisionInputs1795000066000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE decision_input (
         hash text PRIMARY KEY,
         content jsonb NOT NULL,
         candidate_id uuid REFERENCES candidate ON DELETE CASCADE
       )`,
    );
    await runner.query(`CREATE INDEX decision_input_candidate ON decision_input (candidate_id)`);
    await runner.query(`CALL protect_table('decision_input', $$ false $$, $$ false $$)`);
    await runner.query(
      'ALTER TABLE match ADD vacancy_input text, ADD candidate_input text, ADD state_input text',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE match DROP vacancy_input, DROP candidate_input, DROP state_input',
    );
    await runner.query('DROP TABLE decision_input');
  }
}
