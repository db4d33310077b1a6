import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which imports brought again, just so, what another had brought or changed: it is not to be taken back behind their back. */
export class SentAgain1797600003610 implements MigrationInterface {
  name = 'SentAgain1797600003610';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of sentAgain) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE import_sent_again');
  }
}

const mine = `current_tenant_role() IN ('agency', 'employer', 'ministry')
  AND organisation_id = current_organisation()`;

const sentAgain = [
  // Without foreign keys: to look at the earlier import would be to wait for its undo, which waits for the later one.
  `CREATE TABLE import_sent_again (
     import_id uuid NOT NULL,
     by_import_id uuid NOT NULL,
     organisation_id uuid NOT NULL,
     PRIMARY KEY (import_id, by_import_id)
   )`,
  'CREATE INDEX import_sent_again_by ON import_sent_again (by_import_id)',
  `CALL protect_table('import_sent_again', $$ ${mine} $$, $$ ${mine} $$)`,
];
