import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rounds in which the seats of a national offer are allocated, with all that was decided from and
 * what came out. A draw and its results are never changed.
 */
export class AllocationRounds1796000100000 implements MigrationInterface {
  name = 'AllocationRounds1796000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE allocation_result, allocation_draw, allocation_seed, allocation_round',
    );
    await runner.query('ALTER TABLE placement DROP COLUMN queue_rank');
  }
}

const ministry = `current_tenant_role() = 'ministry' AND state = current_country()`;
const employer = `current_tenant_role() = 'employer' AND organisation_id = current_organisation()`;

const statements = [
  `CREATE TABLE allocation_round (
     id uuid PRIMARY KEY,
     quota_id uuid NOT NULL REFERENCES quota,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL,
     partner_country text NOT NULL,
     mode text NOT NULL CHECK (mode IN ('first-come', 'lottery', 'points', 'batches', 'stable')),
     opens_on date NOT NULL,
     closes_on date NOT NULL CHECK (closes_on >= opens_on),
     criteria jsonb NOT NULL,
     batches int NOT NULL CHECK (batches >= 1 AND (batches = 1 OR mode = 'batches')),
     public_source text,
     citation text NOT NULL CHECK (citation <> ''),
     seed_hash text NOT NULL CHECK (seed_hash ~ '^[0-9a-f]{64}$'),
     opened_seed text,
     public_value text,
     status text NOT NULL CHECK (status IN ('announced', 'drawn', 'withdrawn')),
     draws int NOT NULL DEFAULT 0 CHECK (draws BETWEEN 0 AND batches),
     created_at timestamptz NOT NULL,
     CHECK ((status = 'drawn') = (opened_seed IS NOT NULL))
   )`,
  // One at a time: nobody could tell which of two has the seats.
  `CREATE UNIQUE INDEX allocation_round_pending ON allocation_round (quota_id)
     WHERE status = 'announced'`,
  `CALL protect_table('allocation_round', $$ current_tenant_role() <> 'nobody' $$,
     $$ ${ministry} $$)`,
  // Sealed until the last draw, from every tenant.
  `CREATE TABLE allocation_seed (
     round_id uuid PRIMARY KEY REFERENCES allocation_round,
     seed text NOT NULL CHECK (seed ~ '^[0-9a-f]{64}$')
   )`,
  `CALL protect_table('allocation_seed', $$ false $$, $$ false $$)`,
  `CREATE TABLE allocation_draw (
     id uuid PRIMARY KEY,
     round_id uuid NOT NULL REFERENCES allocation_round,
     state text NOT NULL,
     batch int NOT NULL,
     inputs jsonb NOT NULL,
     input_hash text NOT NULL,
     drawn_at timestamptz NOT NULL,
     UNIQUE (round_id, batch)
   )`,
  `CALL protect_table('allocation_draw', $$ ${ministry} $$, $$ false $$)`,
  `CREATE TABLE allocation_result (
     id uuid PRIMARY KEY,
     draw_id uuid NOT NULL REFERENCES allocation_draw,
     round_id uuid NOT NULL REFERENCES allocation_round,
     placement_id uuid NOT NULL,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL,
     rank int NOT NULL CHECK (rank >= 1),
     outcome text NOT NULL,
     quota_id uuid,
     points int,
     UNIQUE (draw_id, placement_id)
   )`,
  `CREATE INDEX allocation_result_round ON allocation_result (round_id, id)`,
  `CALL protect_table('allocation_result', $$ ${ministry} OR ${employer} $$, $$ false $$)`,
  `REVOKE UPDATE, DELETE ON allocation_seed, allocation_draw, allocation_result FROM passerelle_runtime`,
  `REVOKE DELETE ON allocation_round FROM passerelle_runtime`,
  // The place in the waiting list that a round gave; whoever came later waits behind.
  `ALTER TABLE placement ADD COLUMN queue_rank int CHECK (queue_rank >= 1)`,
];
