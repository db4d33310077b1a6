import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People trained in their home country for work in a state; whoever recruits there sees them first. */
export class TrainedLists1795000094000 implements MigrationInterface {
  name = 'TrainedLists1795000094000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE trained_list_member, trained_list');
  }
}

const own = `current_tenant_role() = 'agency' AND organisation_id = current_organisation()`;

const statements = [
  `CREATE TABLE trained_list (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     partner_country text NOT NULL,
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     name text NOT NULL CHECK (name <> ''),
     isco text NOT NULL CHECK (isco ~ '^[0-9]{1,4}$'),
     hours int NOT NULL CHECK (hours > 0),
     trained_on date NOT NULL,
     valid_until_on date NOT NULL CHECK (valid_until_on > trained_on),
     created_at timestamptz NOT NULL
   )`,
  `CALL protect_table('trained_list',
     $$ ${own} OR current_tenant_role() IN ('employer', 'monitor', 'admin')
        OR current_tenant_role() = 'ministry' AND state = current_country()
        OR current_tenant_role() = 'partner-authority' AND partner_country = current_country() $$,
     $$ ${own} $$)`,
  `CREATE TABLE trained_list_member (
     list_id uuid NOT NULL REFERENCES trained_list ON DELETE CASCADE,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     organisation_id uuid NOT NULL REFERENCES organisation,
     PRIMARY KEY (list_id, candidate_id)
   )`,
  `CREATE INDEX trained_list_member_candidate ON trained_list_member (candidate_id)`,
  `CALL protect_table('trained_list_member', $$ ${own} $$, $$ ${own} $$)`,
];
