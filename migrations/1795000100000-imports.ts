import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports that can be tried, chosen, stopped, resumed and undone; the words of each agency. */
export class Imports1795000100000 implements MigrationInterface {
  name = 'Imports1795000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...imports, ...undo, ...words]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE agency_word, candidate_import_before');
    await runner.query('ALTER TABLE consent DROP COLUMN import_id');
    await runner.query('ALTER TABLE candidate DROP COLUMN created_import_id');
    await runner.query(
      'ALTER TABLE candidate_import_error DROP COLUMN file, DROP COLUMN header, DROP COLUMN suggestion',
    );
    await runner.query(
      `ALTER TABLE candidate_import ADD COLUMN ignored_columns text[] NOT NULL DEFAULT '{}',
         DROP COLUMN all_or_nothing, DROP COLUMN dry_run, DROP COLUMN total_bytes,
         DROP COLUMN format, DROP COLUMN columns, DROP COLUMN cancel_asked_at,
         DROP CONSTRAINT candidate_import_status_check`,
    );
    await runner.query(
      `UPDATE candidate_import SET status = 'failed'
        WHERE status IN ('checked', 'cancelled', 'undone')`,
    );
    await runner.query(
      `ALTER TABLE candidate_import ADD CHECK
         (status IN ('receiving', 'waiting', 'running', 'finished', 'failed'))`,
    );
  }
}

const own = `current_tenant_role() = 'agency' AND organisation_id = current_organisation()`;

const imports = [
  `ALTER TABLE candidate_import DROP CONSTRAINT candidate_import_status_check`,
  `ALTER TABLE candidate_import
     DROP COLUMN ignored_columns,
     ADD COLUMN all_or_nothing boolean NOT NULL DEFAULT false,
     ADD COLUMN dry_run boolean NOT NULL DEFAULT false,
     ADD COLUMN total_bytes bigint,
     ADD COLUMN format text,
     ADD COLUMN columns jsonb NOT NULL DEFAULT '[]',
     ADD COLUMN cancel_asked_at timestamptz,
     ADD CHECK (status IN ('receiving', 'waiting', 'running', 'checked', 'finished', 'failed',
                           'cancelled', 'undone'))`,
  `ALTER TABLE candidate_import_error
     ADD COLUMN file text, ADD COLUMN header text, ADD COLUMN suggestion text`,
];

const undo = [
  `ALTER TABLE candidate ADD COLUMN created_import_id uuid`,
  `CREATE INDEX candidate_created_by_import ON candidate (created_import_id)
    WHERE created_import_id IS NOT NULL`,
  `ALTER TABLE consent ADD COLUMN import_id uuid`,
  `CREATE INDEX consent_import ON consent (import_id) WHERE import_id IS NOT NULL`,
  // People as they were before an import changed them, for as long as it can be undone.
  `CREATE TABLE candidate_import_before (
     import_id uuid NOT NULL REFERENCES candidate_import ON DELETE CASCADE,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     person jsonb NOT NULL,
     PRIMARY KEY (import_id, candidate_id)
   )`,
  `CREATE INDEX candidate_import_before_candidate ON candidate_import_before (candidate_id)`,
  `CALL protect_table('candidate_import_before', $$ ${own} $$, $$ ${own} $$)`,
];

const words = [
  // `of`: 'header', or the column in whose cells the word stands. `means` null: leave it out.
  `CREATE TABLE agency_word (
     organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
     of text NOT NULL,
     word text NOT NULL CHECK (word <> ''),
     means text,
     PRIMARY KEY (organisation_id, of, word)
   )`,
  `CALL protect_table('agency_word', $$ ${own} $$, $$ ${own} $$)`,
];
