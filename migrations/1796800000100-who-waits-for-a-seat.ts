import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An employer also sees whom nothing but a full national offer holds back, since they may be offered
 * to wait for a seat.
 */
export class WhoWaitsForASeat1796800000100 implements MigrationInterface {
  name = 'WhoWaitsForASeat1796800000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(onlyFull);
    await runner.query(readableBy(`(status = 'proposed' OR ${waitsForASeat})`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(readableBy(`status = 'proposed'`));
    await runner.query('ALTER TABLE verdict_list DROP only_full_quota');
  }
}

const onlyFull = `
  ALTER TABLE verdict_list ADD only_full_quota boolean NOT NULL GENERATED ALWAYS AS (
    jsonb_path_exists(verdicts, '$[*] ? (@.verdict != "pass")')
    AND NOT jsonb_path_exists(
      verdicts, '$[*] ? (@.verdict != "pass" && @.reason.code != "quota-full")')) STORED`;

const waitsForASeat = `EXISTS (
  SELECT FROM verdict_list list WHERE list.hash = match.verdicts_hash AND list.only_full_quota)`;

/** As before, but for what of an employer's own matches it sees. */
const readableBy = (seen: string): string => `
  ALTER POLICY tenancy ON match USING (
    (SELECT current_tenant_role()) = 'system'
    OR (current_tenant_role() = 'employer' AND organisation_id = current_organisation() AND ${seen}
        OR current_tenant_role() = 'ministry' AND state = current_country()
        OR current_tenant_role() = 'agency' AND agency_id = current_organisation()))`;
