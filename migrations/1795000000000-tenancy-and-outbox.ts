import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asks, what they may see, and the outbox.
 * The runtime role owns no table: the owner of a table bypasses row security unless it is forced.
 */
export class TenancyAndOutbox1795000000000 implements MigrationInterface {
  name = 'TenancyAndOutbox1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...extensions, ...runtimeRole, ...tenantFunctions, ...tables]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE outbox_step, outbox, api_key, organisation');
    await runner.query('DROP PROCEDURE protect_table');
    await runner.query('DROP FUNCTION current_organisation, current_tenant_role, current_country');
  }
}

const extensions = ['pg_trgm', 'unaccent', 'intarray', 'btree_gin'].map(
  (name) => `CREATE EXTENSION IF NOT EXISTS ${name}`,
);

const runtimeRole = [
  `DO $$ BEGIN
     CREATE ROLE passerelle_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
   END $$`,
  `DO $$ BEGIN EXECUTE format('GRANT passerelle_runtime TO %I', current_user); END $$`,
  `GRANT USAGE ON SCHEMA public TO passerelle_runtime`,
];

/** What every table of tenants is given. */
export const protectTable = `CREATE PROCEDURE protect_table(name text, readable text, writable text) LANGUAGE plpgsql AS $$
   BEGIN
     EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
     EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
     EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO passerelle_runtime', name);
     -- The subselects are evaluated once a statement, not once a row.
     EXECUTE format(
       'CREATE POLICY tenancy ON %I
          USING ((SELECT current_tenant_role()) = ''system'' OR (%s))
          WITH CHECK ((SELECT current_tenant_role()) = ''system'' OR (%s))',
       name, readable, writable);
   END $$`;

const tenantFunctions = [
  `CREATE FUNCTION current_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
     $$ SELECT NULLIF(current_setting('passerelle.organisation', true), '')::uuid $$`,
  `CREATE FUNCTION current_tenant_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
     $$ SELECT COALESCE(NULLIF(current_setting('passerelle.role', true), ''), 'nobody') $$`,
  `CREATE FUNCTION current_country() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
     $$ SELECT NULLIF(current_setting('passerelle.country', true), '') $$`,
  protectTable,
];

const tables = [
  `CREATE TABLE organisation (
     id uuid PRIMARY KEY,
     name text NOT NULL CHECK (name <> ''),
     role text NOT NULL CHECK (role IN
       ('agency', 'employer', 'ministry', 'partner-authority', 'monitor', 'admin')),
     country text CHECK (country ~ '^[A-Z]{2}$'),
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK (country IS NOT NULL OR role NOT IN ('agency', 'ministry', 'partner-authority'))
   )`,
  `CREATE TABLE api_key (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
     label text NOT NULL,
     secret_hash text NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     revoked_at timestamptz
   )`,
  `CREATE INDEX api_key_organisation ON api_key (organisation_id)`,
  `CALL protect_table('organisation',
     $$ current_tenant_role() = 'admin' OR id = current_organisation() $$,
     $$ current_tenant_role() = 'admin' $$)`,
  `CALL protect_table('api_key',
     $$ current_tenant_role() = 'admin' OR organisation_id = current_organisation() $$,
     $$ current_tenant_role() = 'admin' OR organisation_id = current_organisation() $$)`,
  `CREATE TABLE outbox (
     id uuid PRIMARY KEY,
     job text NOT NULL,
     payload jsonb NOT NULL,
     created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
     dispatched_at timestamptz,
     done_at timestamptz,
     failed_at timestamptz,
     last_error text
   )`,
  `CREATE INDEX outbox_open ON outbox (created_at) WHERE done_at IS NULL AND failed_at IS NULL`,
  `CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL`,
  `CREATE TABLE outbox_step (
     outbox_id uuid NOT NULL REFERENCES outbox ON DELETE CASCADE,
     step text NOT NULL,
     PRIMARY KEY (outbox_id, step)
   )`,
  // Every tenant may put a fact in the outbox; only the application itself reads it.
  `CALL protect_table('outbox', $$ false $$, $$ current_tenant_role() <> 'nobody' $$)`,
  `CALL protect_table('outbox_step', $$ false $$, $$ false $$)`,
];
