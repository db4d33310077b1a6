import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Exceptions from pressed sectors between governments, caps on how many people leave, and the
 * figures behind both. Agreements and caps are public; each is its partner authority's to record.
 */
export class Outflow1795000082000 implements MigrationInterface {
  name = 'Outflow1795000082000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...sectors, ...outflow]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE vacancy_matching DROP asked_at');
    await runner.query(
      'DROP TABLE outflow_entry, outflow_cap, migration_figure, sector_exception, pressed_sector_version',
    );
    await runner.query('DROP FUNCTION refuse_outflow_change');
  }
}

const own = `current_tenant_role() = 'partner-authority' AND partner_country = current_country()`;

const sectors = [
  // When somebody last asked for matches: a sector lifted after that revives none of them.
  `ALTER TABLE vacancy_matching ADD asked_at timestamptz`,
  `CREATE TABLE pressed_sector_version (
     id uuid NOT NULL REFERENCES pressed_sector,
     version int NOT NULL,
     partner_country text NOT NULL,
     content jsonb NOT NULL,
     recorded_at timestamptz NOT NULL,
     PRIMARY KEY (id, version)
   )`,
  `CALL protect_table('pressed_sector_version', $$ true $$, $$ ${own} $$)`,
  `REVOKE UPDATE, DELETE ON pressed_sector_version FROM passerelle_runtime`,
  `CREATE TABLE sector_exception (
     id uuid PRIMARY KEY,
     pressed_sector_id uuid NOT NULL REFERENCES pressed_sector,
     partner_country text NOT NULL,
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     people int NOT NULL CHECK (people > 0),
     starts_on date NOT NULL,
     ends_on date NOT NULL CHECK (ends_on >= starts_on),
     citation text NOT NULL CHECK (citation <> ''),
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX sector_exception_sector ON sector_exception (pressed_sector_id)`,
  `CALL protect_table('sector_exception', $$ true $$, $$ ${own} $$)`,
];

const outflow = [
  `CREATE TABLE migration_figure (
     id uuid PRIMARY KEY,
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     isco text CHECK (isco ~ '^[0-9]{1,4}$'),
     region text,
     year int NOT NULL CHECK (year BETWEEN 1990 AND 2100),
     workforce int CHECK (workforce >= 0),
     vacancies int CHECK (vacancies >= 0),
     emigrated int CHECK (emigrated >= 0),
     source text NOT NULL CHECK (source <> ''),
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE NULLS NOT DISTINCT (partner_country, isco, region, year)
   )`,
  `CALL protect_table('migration_figure', $$ true $$, $$ ${own} $$)`,
  `CREATE TABLE outflow_cap (
     id uuid PRIMARY KEY,
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     isco text CHECK (isco ~ '^[0-9]{1,4}$'),
     region text,
     year int NOT NULL CHECK (year BETWEEN 1990 AND 2100),
     people int CHECK (people >= 0),
     share_per_mille numeric(7, 3) CHECK (share_per_mille >= 0),
     effects text[] NOT NULL CHECK (cardinality(effects) > 0),
     citation text NOT NULL CHECK (citation <> ''),
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((people IS NULL) <> (share_per_mille IS NULL))
   )`,
  `CREATE INDEX outflow_cap_country ON outflow_cap (partner_country, year)`,
  `CALL protect_table('outflow_cap', $$ true $$, $$ ${own} $$)`,
  `CREATE TABLE outflow_entry (
     id uuid PRIMARY KEY,
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     isco text CHECK (isco ~ '^[0-9]{1,4}$'),
     region text,
     left_on date NOT NULL,
     people int NOT NULL CHECK (people <> 0),
     reason text NOT NULL CHECK (reason <> ''),
     organisation_id uuid,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX outflow_entry_country ON outflow_entry (partner_country, left_on)`,
  `CALL protect_table('outflow_entry',
     $$ ${own} OR current_tenant_role() IN ('monitor', 'admin') $$, $$ ${own} $$)`,
  `REVOKE UPDATE, DELETE ON outflow_entry FROM passerelle_runtime`,
  `CREATE FUNCTION refuse_outflow_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'what was recorded as outflow is corrected by a further entry'; END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON outflow_entry
     FOR EACH ROW EXECUTE FUNCTION refuse_outflow_change()`,
];
