import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence packs: for whoever made them and for the ministry of the state; never changed. */
export class EvidencePacks1795000083000 implements MigrationInterface {
  name = 'EvidencePacks1795000083000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE evidence_pack');
  }
}

const own = `
  current_tenant_role() = 'employer' AND organisation_id = current_organisation()
  OR current_tenant_role() = 'ministry' AND state = current_country()`;

const statements = [
  // Evidence outlives the vacancy and the decision that it is about.
  `CREATE TABLE evidence_pack (
     id uuid PRIMARY KEY,
     vacancy_id uuid NOT NULL,
     match_id uuid,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL,
     format text NOT NULL,
     entries jsonb NOT NULL,
     head text NOT NULL CHECK (head ~ '^[0-9a-f]{64}$'),
     made_at timestamptz NOT NULL
   )`,
  `CREATE INDEX evidence_pack_vacancy ON evidence_pack (vacancy_id)`,
  `CALL protect_table('evidence_pack', $$ ${own} $$, $$ ${own} $$)`,
  `REVOKE UPDATE, DELETE ON evidence_pack FROM passerelle_runtime`,
];
