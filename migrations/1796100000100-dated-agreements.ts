import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Agreements, caps, figures and offers as dated versions, the way pressed sectors have them: whatever
 * a row said at an earlier moment can be asked for again. What was recorded is never changed.
 */
export class DatedAgreements1796100000100 implements MigrationInterface {
  name = 'DatedAgreements1796100000100';

  async up(runner: QueryRunner): Promise<void> {
    // Row security is forced for the owner too.
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    for (const statement of [...keys, ...versions, ...appendOnly, ...begin]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pressed_sector_version', 'sector_exception']) {
      await runner.query(`DROP TRIGGER append_only ON ${table}`);
    }
    await runner.query('GRANT UPDATE, DELETE ON sector_exception TO passerelle_runtime');
    await runner.query(`DROP TABLE ${kinds.map(({ of }) => `${of}_version`).join(', ')}`);
    await runner.query('DROP INDEX pressed_sector_version_country');
    await runner.query('ALTER TABLE migration_figure DROP version');
    await runner.query('DROP FUNCTION refuse_version_change, snake_keys');
  }
}

const own = `current_tenant_role() = 'partner-authority' AND partner_country = current_country()`;
const ownOffer = `current_tenant_role() = 'ministry'
  AND EXISTS (SELECT 1 FROM quota WHERE quota.id = quota_version.id AND state = current_country())`;

/** Each with who may read and who may write, as of the table itself. */
const kinds = [
  { of: 'partnership', readable: 'true', writable: `current_tenant_role() = 'admin'` },
  { of: 'outflow_cap', readable: 'true', writable: own },
  { of: 'migration_figure', readable: 'true', writable: own },
  {
    of: 'quota',
    readable: 'EXISTS (SELECT 1 FROM quota WHERE quota.id = quota_version.id)',
    writable: ownOffer,
  },
];

const keys = [
  // From the names of properties to those of columns, so that a version can be read as a row.
  `CREATE FUNCTION snake_keys(content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
     SELECT jsonb_object_agg(lower(regexp_replace(key, '([A-Z])', '_\\1', 'g')), value)
       FROM jsonb_each(content) $$`,
  `CREATE FUNCTION refuse_version_change() RETURNS trigger LANGUAGE plpgsql AS
     $$ BEGIN RAISE EXCEPTION 'what was recorded is never changed; the next version is recorded'; END $$`,
];

const versions = [
  `ALTER TABLE migration_figure ADD version int NOT NULL DEFAULT 1`,
  ...kinds.flatMap(({ of, readable, writable }) => [
    `CREATE TABLE ${of}_version (
       id uuid NOT NULL REFERENCES ${of},
       version int NOT NULL,
       partner_country text NOT NULL,
       content jsonb NOT NULL,
       recorded_at timestamptz NOT NULL,
       PRIMARY KEY (id, version)
     )`,
    `CALL protect_table('${of}_version', $$ ${readable} $$, $$ ${writable} $$)`,
  ]),
];

const dated = [...kinds.map(({ of }) => of), 'pressed_sector'].map((of) => `${of}_version`);
const appendOnly = [
  ...dated.map((table) => `CREATE INDEX ${table}_country ON ${table} (partner_country)`),
  ...[...dated, 'sector_exception'].flatMap((table) => [
    `REVOKE UPDATE, DELETE ON ${table} FROM passerelle_runtime`,
    `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON ${table}
       FOR EACH ROW EXECUTE FUNCTION refuse_version_change()`,
  ]),
];

const counters = `'{created_at, taken, reserved, confirmed, used, outside, ceiling}'::text[]`;

/**
 * The first version known of what is there already. A row that was never changed has been so since it
 * was made; of one that was, nobody knows what it said before.
 */
const begin = [...kinds.map(({ of }) => of), 'pressed_sector'].map(
  (of) => `INSERT INTO ${of}_version (id, version, partner_country, content, recorded_at)
     SELECT id, version, partner_country,
            (SELECT jsonb_object_agg(
                      lower(left(key, 1)) || substr(replace(initcap(replace(key, '_', ' ')), ' ', ''), 2),
                      value)
               FROM jsonb_each(to_jsonb(${of}) - ${counters})),
            CASE WHEN version = 1 THEN created_at ELSE now() END
       FROM ${of}
     ON CONFLICT (id, version) DO NOTHING`,
);
