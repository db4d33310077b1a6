import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The regions of Greece begin with EL in NUTS and in the places of vacancies. A rule could be
 * recorded only for a region beginning with GR, where no place lies.
 */
export class RegionsByTheirPrefix1797600004520 implements MigrationInterface {
  name = 'RegionsByTheirPrefix1797600004520';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE law_rule_version
         DROP CONSTRAINT law_rule_version_check,
         ADD CONSTRAINT law_rule_version_region_check CHECK (
           starts_with(region, state) OR state = 'GR' AND starts_with(region, 'EL'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE law_rule_version
         DROP CONSTRAINT law_rule_version_region_check,
         ADD CONSTRAINT law_rule_version_check CHECK (starts_with(region, state)) NOT VALID`,
    );
  }
}
