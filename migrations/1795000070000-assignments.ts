import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Proposed assignments. Everybody may see the seed and when it was drawn with; an employer sees who is
 * proposed for its vacancies and why others are not, a ministry what concerns its state, an agency its
 * own people; figures are for the monitor and for whoever asked.
 */
export class Assignments1795000070000 implements MigrationInterface {
  name = 'Assignments1795000070000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE assignment_place, assignment_figures, assignment');
    await runner.query('ALTER TABLE matching_run DROP COLUMN kind');
  }
}

const mine = 'organisation_id = current_organisation()';

const statements = [
  `ALTER TABLE matching_run ADD COLUMN kind text NOT NULL DEFAULT 'match'
     CHECK (kind IN ('match', 'allocate'))`,
  `CREATE TABLE assignment (
     id uuid PRIMARY KEY REFERENCES matching_run ON DELETE CASCADE,
     organisation_id uuid NOT NULL REFERENCES organisation,
     mechanism text NOT NULL,
     seed text NOT NULL,
     seed_published_at timestamptz NOT NULL,
     drawn_at timestamptz CHECK (drawn_at >= seed_published_at),
     input_hash text,
     CHECK ((drawn_at IS NULL) = (input_hash IS NULL))
   )`,
  `CALL protect_table('assignment', $$ current_tenant_role() <> 'nobody' $$, $$ ${mine} $$)`,
  `CREATE TABLE assignment_figures (
     assignment_id uuid PRIMARY KEY REFERENCES assignment ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     positions int NOT NULL,
     people int NOT NULL,
     applications int NOT NULL,
     placed int NOT NULL,
     best_wish int NOT NULL,
     outcomes jsonb NOT NULL,
     offers jsonb NOT NULL
   )`,
  `CALL protect_table('assignment_figures',
     $$ ${mine} OR current_tenant_role() = 'monitor' $$, $$ false $$)`,
  `CREATE TABLE assignment_place (
     id uuid PRIMARY KEY,
     assignment_id uuid NOT NULL REFERENCES assignment ON DELETE CASCADE,
     vacancy_id uuid NOT NULL REFERENCES vacancy ON DELETE CASCADE,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     agency_id uuid NOT NULL,
     state text NOT NULL,
     outcome text NOT NULL,
     quota_id uuid REFERENCES quota,
     position int NOT NULL,
     wish int NOT NULL,
     tier text NOT NULL,
     returned boolean NOT NULL,
     score int NOT NULL,
     draw int NOT NULL,
     UNIQUE (assignment_id, vacancy_id, candidate_id)
   )`,
  // Nobody is proposed twice in one assignment.
  `CREATE UNIQUE INDEX assignment_place_one ON assignment_place (assignment_id, candidate_id)
     WHERE outcome = 'placed'`,
  `CREATE INDEX assignment_place_candidate ON assignment_place (candidate_id)`,
  `CREATE INDEX assignment_place_vacancy ON assignment_place (vacancy_id)`,
  `CALL protect_table('assignment_place',
     $$ current_tenant_role() = 'employer' AND ${mine}
        OR current_tenant_role() = 'ministry' AND state = current_country()
        OR current_tenant_role() = 'agency' AND agency_id = current_organisation() $$,
     $$ false $$)`,
];
