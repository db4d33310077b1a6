import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drafts of rules that authorities try, each with its report; whoever drafted it reads it. */
export class Simulations1796000000000 implements MigrationInterface {
  name = 'Simulations1796000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE simulation (
         id uuid PRIMARY KEY,
         organisation_id uuid NOT NULL REFERENCES organisation,
         status text NOT NULL CHECK (status IN ('waiting', 'running', 'finished', 'cancelled')),
         draft jsonb NOT NULL,
         total int,
         done int NOT NULL DEFAULT 0,
         law int,
         report jsonb,
         created_at timestamptz NOT NULL DEFAULT now(),
         started_at timestamptz,
         finished_at timestamptz,
         CHECK ((report IS NOT NULL) = (status = 'finished'))
       )`,
    );
    await runner.query('CREATE INDEX simulation_organisation ON simulation (organisation_id, id)');
    await runner.query(
      `CALL protect_table('simulation',
         $$ organisation_id = current_organisation() $$,
         $$ organisation_id = current_organisation() $$)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE simulation');
  }
}
