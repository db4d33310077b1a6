import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The rules of law as dated data. A version is never changed: a change is the next version, so that
 * what was known at any time can be asked for again.
 */
export class LawRules1795000080000 implements MigrationInterface {
  name = 'LawRules1795000080000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW law_rule');
    await runner.query('DROP TABLE law_rule_version');
    await runner.query('DROP FUNCTION refuse_change_of_law');
  }
}

const statements = [
  `CREATE TABLE law_rule_version (
     code text NOT NULL CHECK (code ~ '^[a-z0-9-]+([.][a-z0-9-]+)+$'),
     version int NOT NULL CHECK (version > 0),
     sequence bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
     kind text NOT NULL,
     state text CHECK (state ~ '^[A-Z]{2}$'),
     region text CHECK (starts_with(region, state)),
     citation text NOT NULL CHECK (citation <> ''),
     certainty text NOT NULL CHECK (certainty IN ('verified', 'recalled')),
     valid_from date NOT NULL,
     valid_until date CHECK (valid_until >= valid_from),
     parameters jsonb NOT NULL,
     author_id uuid REFERENCES organisation,
     author_role text NOT NULL,
     reason text NOT NULL,
     recorded_at timestamptz NOT NULL,
     PRIMARY KEY (code, version)
   )`,
  `CALL protect_table('law_rule_version', $$ true $$,
     $$ current_tenant_role() = 'ministry' AND state = current_country()
        OR current_tenant_role() IN ('monitor', 'admin') AND state IS NULL $$)`,
  `REVOKE UPDATE, DELETE ON law_rule_version FROM passerelle_runtime`,
  `CREATE FUNCTION refuse_change_of_law() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'a recorded version of a rule is never changed'; END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON law_rule_version
     FOR EACH ROW EXECUTE FUNCTION refuse_change_of_law()`,
  `CREATE VIEW law_rule WITH (security_invoker) AS
     SELECT DISTINCT ON (code) * FROM law_rule_version ORDER BY code, version DESC`,
  `GRANT SELECT ON law_rule TO passerelle_runtime`,
];
