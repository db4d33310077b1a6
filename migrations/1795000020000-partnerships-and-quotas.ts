import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements with partner countries, the sectors they name as pressed, and the states' offers. */
export class PartnershipsAndQuotas1795000020000 implements MigrationInterface {
  name = 'PartnershipsAndQuotas1795000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...partnerships, ...quotas]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE quota_entry, quota, pressed_sector, partnership');
    await runner.query('DROP FUNCTION refuse_ledger_change');
  }
}

const partnerships = [
  `CREATE TABLE partnership (
     id uuid PRIMARY KEY,
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     states text[] NOT NULL CHECK (cardinality(states) > 0),
     starts_on date NOT NULL,
     ends_on date CHECK (ends_on >= starts_on),
     status text NOT NULL CHECK (status IN ('draft', 'in-force', 'suspended', 'ended')),
     components text[] NOT NULL,
     circular_exemption boolean NOT NULL DEFAULT false,
     citation text NOT NULL,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CALL protect_table('partnership', $$ true $$, $$ current_tenant_role() = 'admin' $$)`,
  `CREATE TABLE pressed_sector (
     id uuid PRIMARY KEY,
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     scheme text NOT NULL CHECK (scheme IN ('isco', 'nace', 'esco')),
     code text NOT NULL,
     reason text NOT NULL CHECK (reason <> ''),
     effects text[] NOT NULL CHECK (cardinality(effects) > 0),
     starts_on date NOT NULL,
     ends_on date CHECK (ends_on >= starts_on),
     lifted_at timestamptz,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX pressed_sector_country ON pressed_sector (partner_country)`,
  `CALL protect_table('pressed_sector', $$ true $$,
     $$ current_tenant_role() = 'partner-authority' AND partner_country = current_country() $$)`,
];

const mayRead = `
  current_tenant_role() IN ('admin', 'monitor')
  OR current_tenant_role() = 'ministry' AND state = current_country()
  OR current_tenant_role() = 'partner-authority' AND partner_country = current_country()`;

const quotas = [
  // "ceiling" is what the CHECK holds "taken" to. It is the seats offered, or, after these were
  // lowered below what is taken, what was taken then: nothing is revoked and nothing more granted.
  `CREATE TABLE quota (
     id uuid PRIMARY KEY,
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     partner_country text NOT NULL CHECK (partner_country ~ '^[A-Z]{2}$'),
     partnership_id uuid REFERENCES partnership,
     scope_scheme text NOT NULL CHECK (scope_scheme IN ('any', 'isco', 'nace')),
     scope_code text CHECK ((scope_scheme = 'any') = (scope_code IS NULL)),
     region text,
     permit_category text,
     starts_on date NOT NULL,
     ends_on date NOT NULL CHECK (ends_on >= starts_on),
     seats int NOT NULL CHECK (seats >= 0),
     taken int NOT NULL DEFAULT 0 CHECK (taken >= 0),
     ceiling int NOT NULL,
     citation text NOT NULL,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     CONSTRAINT quota_never_oversold CHECK (taken <= ceiling)
   )`,
  `CREATE INDEX quota_scope ON quota (state, partner_country)`,
  `CALL protect_table('quota', $$ ${mayRead} $$,
     $$ current_tenant_role() = 'ministry' AND state = current_country() $$)`,
  `CREATE TABLE quota_entry (
     id uuid PRIMARY KEY,
     quota_id uuid NOT NULL REFERENCES quota,
     act text NOT NULL CHECK (act IN ('open', 'raise', 'lower', 'take', 'release')),
     seats int NOT NULL CHECK (seats >= 0),
     reason text NOT NULL,
     organisation_id uuid,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX quota_entry_quota ON quota_entry (quota_id, id)`,
  `CALL protect_table('quota_entry',
     $$ EXISTS (SELECT 1 FROM quota WHERE quota.id = quota_id) $$,
     $$ EXISTS (SELECT 1 FROM quota WHERE quota.id = quota_id) $$)`,
  // The ledger is append-only: by right, and for the owner by a trigger.
  `REVOKE UPDATE, DELETE ON quota_entry FROM passerelle_runtime`,
  `CREATE FUNCTION refuse_ledger_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'the quota ledger is append-only'; END $$`,
  `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON quota_entry
     FOR EACH ROW EXECUTE FUNCTION refuse_ledger_change()`,
];
