import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTable } from './1795000000000-tenancy-and-outbox.ts';

/**
 * The application itself, which sees every row, becomes a role of the database with a policy of its own.
 * Where one policy said `(SELECT current_tenant_role()) = 'system' OR ...`, PostgreSQL expected one row in
 * two hundred to pass, whoever asked, and took a million people for five thousand; nor did it use an index
 * on what belongs to whom.
 */
export class SystemRole1797400000100 implements MigrationInterface {
  name = 'SystemRole1797400000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...systemRole, apart, protectApart]) await runner.query(statement);
    // Some have a setting bound to it, which only superusers could run.
    await runner.query('ALTER FUNCTION holder_of_key RESET ALL');
    await runner.query(`ALTER FUNCTION holder_of_key SET role TO 'passerelle_system'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER FUNCTION holder_of_key RESET role');
    await runner.query('DROP PROCEDURE protect_table');
    for (const statement of [together, protectTable]) await runner.query(statement);
  }
}

/** Whoever may act for tenants may act for the application too, as before. */
const systemRole = [
  `DO $$ BEGIN
     CREATE ROLE passerelle_system NOLOGIN NOSUPERUSER NOBYPASSRLS;
   EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
   END $$`,
  `DO $$
   DECLARE login name;
   BEGIN
     IF NOT pg_has_role('passerelle_system', 'passerelle_runtime', 'MEMBER') THEN
       GRANT passerelle_runtime TO passerelle_system;
     END IF;
     FOR login IN
       SELECT member::regrole::text FROM pg_auth_members
        WHERE roleid = 'passerelle_runtime'::regrole AND member <> 'passerelle_system'::regrole
          AND NOT pg_has_role(member, 'passerelle_system', 'MEMBER')
       UNION SELECT current_user WHERE NOT pg_has_role('passerelle_system', 'MEMBER')
     LOOP
       EXECUTE format('GRANT passerelle_system TO %I', login);
     END LOOP;
   END $$`,
];

/** How the database itself writes the beginning of every policy until now. */
const before = `((( SELECT current_tenant_role() AS current_tenant_role) = 'system'::text) OR `;

const apart = `DO $$
  DECLARE
    policy record;
    before CONSTANT text := $before$${before}$before$;
  BEGIN
    FOR policy IN SELECT tablename, qual, with_check FROM pg_policies
                   WHERE schemaname = 'public' AND policyname = 'tenancy' LOOP
      IF NOT (starts_with(policy.qual, before) AND starts_with(policy.with_check, before)) THEN
        RAISE 'The policy of % begins in another way: %', policy.tablename, policy.qual;
      END IF;
      EXECUTE format('ALTER POLICY tenancy ON %I TO passerelle_runtime USING (%s) WITH CHECK (%s)',
        policy.tablename,
        substr(policy.qual, length(before) + 1, length(policy.qual) - length(before) - 1),
        substr(policy.with_check, length(before) + 1, length(policy.with_check) - length(before) - 1));
      EXECUTE format('CREATE POLICY system ON %I TO passerelle_system USING (true) WITH CHECK (true)',
        policy.tablename);
    END LOOP;
  END $$`;

const together = `DO $$
  DECLARE policy record;
  BEGIN
    FOR policy IN SELECT tablename, qual, with_check FROM pg_policies
                   WHERE schemaname = 'public' AND policyname = 'tenancy' LOOP
      EXECUTE format('DROP POLICY system ON %I', policy.tablename);
      EXECUTE format(
        'ALTER POLICY tenancy ON %I TO PUBLIC
           USING ((SELECT current_tenant_role()) = ''system'' OR %s)
           WITH CHECK ((SELECT current_tenant_role()) = ''system'' OR %s)',
        policy.tablename, policy.qual, policy.with_check);
    END LOOP;
  END $$`;

const protectApart = `CREATE OR REPLACE PROCEDURE protect_table(name text, readable text, writable text)
   LANGUAGE plpgsql AS $$
   BEGIN
     EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
     EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
     EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO passerelle_runtime', name);
     EXECUTE format('CREATE POLICY system ON %I TO passerelle_system USING (true) WITH CHECK (true)', name);
     EXECUTE format('CREATE POLICY tenancy ON %I TO passerelle_runtime USING (%s) WITH CHECK (%s)',
       name, readable, writable);
   END $$`;
