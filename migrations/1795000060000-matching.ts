import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Matches with every verdict and the versions behind them. An employer sees whom it may invite, an
 * agency what became of its own people, a ministry every decision of its state.
 */
export class Matching1795000060000 implements MigrationInterface {
  name = 'Matching1795000060000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...matches, ...bookkeeping, ...runs]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matching_run, vacancy_matching, match');
  }
}

const employer = `current_tenant_role() = 'employer' AND organisation_id = current_organisation()`;
const ministry = `current_tenant_role() = 'ministry' AND state = current_country()`;

const matches = [
  `CREATE TABLE match (
     id uuid PRIMARY KEY,
     vacancy_id uuid NOT NULL REFERENCES vacancy ON DELETE CASCADE,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     agency_id uuid NOT NULL,
     state text NOT NULL,
     status text NOT NULL CHECK (status IN ('proposed', 'waiting', 'held-back')),
     wait_until_on date CHECK ((status = 'waiting') = (wait_until_on IS NOT NULL)),
     position int NOT NULL,
     tier text NOT NULL,
     tier_because text NOT NULL,
     tier_citation text NOT NULL,
     score int NOT NULL CHECK (score BETWEEN 0 AND 1000),
     completeness real NOT NULL,
     contributions jsonb NOT NULL,
     verdicts jsonb NOT NULL,
     versions jsonb NOT NULL,
     decided_on date NOT NULL,
     content_hash text NOT NULL,
     outcome text CHECK (outcome IN ('invited', 'hired', 'declined', 'not-hired')),
     outcome_reason text CHECK (outcome <> 'not-hired' OR outcome_reason IS NOT NULL),
     outcome_at timestamptz,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (vacancy_id, candidate_id)
   )`,
  `CREATE INDEX match_candidate ON match (candidate_id)`,
  `CALL protect_table('match',
     $$ ${employer} AND status = 'proposed' OR ${ministry}
        OR current_tenant_role() = 'agency' AND agency_id = current_organisation() $$,
     $$ ${employer} AND status = 'proposed' OR ${ministry} $$)`,
];

const bookkeeping = [
  // One row a vacancy: when it was last decided, what came of it, and when to look again.
  `CREATE TABLE vacancy_matching (
     vacancy_id uuid PRIMARY KEY REFERENCES vacancy ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     state text NOT NULL,
     decided_on date,
     decided_at timestamptz,
     review_on date,
     outdated_since timestamptz,
     considered int NOT NULL DEFAULT 0,
     proposed int NOT NULL DEFAULT 0,
     waiting int NOT NULL DEFAULT 0,
     held_back int NOT NULL DEFAULT 0,
     kept int NOT NULL DEFAULT 0,
     reasons jsonb NOT NULL DEFAULT '{}'
   )`,
  `CREATE INDEX vacancy_matching_outdated ON vacancy_matching (vacancy_id)
     WHERE outdated_since IS NOT NULL`,
  `CREATE INDEX vacancy_matching_review ON vacancy_matching (review_on)`,
  `CALL protect_table('vacancy_matching', $$ ${employer} OR ${ministry} $$, $$ false $$)`,
];

const runs = [
  `CREATE TABLE matching_run (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     status text NOT NULL CHECK (status IN ('waiting', 'running', 'finished')),
     vacancy_ids uuid[] NOT NULL,
     done int NOT NULL DEFAULT 0,
     considered int NOT NULL DEFAULT 0,
     proposed int NOT NULL DEFAULT 0,
     waiting int NOT NULL DEFAULT 0,
     held_back int NOT NULL DEFAULT 0,
     versions jsonb,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     finished_at timestamptz
   )`,
  `CALL protect_table('matching_run',
     $$ organisation_id = current_organisation() $$, $$ organisation_id = current_organisation() $$)`,
];
