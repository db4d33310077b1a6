import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What decisions were made with is kept once; of each only what it was drawn from. Contributions stay
 * the text that they were written as, which is read as a whole: jsonb was half as long again.
 */
export class VersionsOnce1797500001100 implements MigrationInterface {
  name = 'VersionsOnce1797500001100';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of apart) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of together) await runner.query(statement);
  }
}

const hash = `substr(encode(sha256(convert_to((versions - 'snapshot')::text, 'UTF8')), 'hex'), 1, 32)::uuid`;

const apart = [
  `CREATE TABLE decision_versions (hash uuid PRIMARY KEY, versions jsonb NOT NULL)`,
  `CALL protect_table('decision_versions', $$ current_tenant_role() <> 'nobody' $$, $$ false $$)`,
  `INSERT INTO decision_versions SELECT DISTINCT ${hash}, versions - 'snapshot' FROM match`,
  `ALTER TABLE match ADD COLUMN versions_hash uuid, ADD COLUMN snapshot text`,
  `UPDATE match SET versions_hash = ${hash}, snapshot = coalesce(versions ->> 'snapshot', '')`,
  `ALTER TABLE match
     ALTER COLUMN versions_hash SET NOT NULL,
     ALTER COLUMN snapshot SET NOT NULL,
     ALTER COLUMN contributions TYPE json,
     DROP COLUMN versions`,
];

const together = [
  `ALTER TABLE match ADD COLUMN versions jsonb`,
  `UPDATE match m SET versions = d.versions || jsonb_build_object('snapshot', m.snapshot)
     FROM decision_versions d WHERE d.hash = m.versions_hash`,
  `ALTER TABLE match
     ALTER COLUMN versions SET NOT NULL,
     ALTER COLUMN contributions TYPE jsonb,
     DROP COLUMN versions_hash,
     DROP COLUMN snapshot`,
  `DROP TABLE decision_versions`,
];
