import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a source was asked for everything, and how many times in a row it has not named a vacancy then; all
 * moments that it said of one, since the last of them may be wrong; who polls it; and what is offered by the
 * moment of giving, page by page.
 */
export class FullReadings1797600003300 implements MigrationInterface {
  name = 'FullReadings1797600003300';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE exchange_source ADD full_at timestamptz, ADD leased_by uuid`,
      `ALTER TABLE exchange_arrival ADD unnamed int NOT NULL DEFAULT 0, ADD said text`,
      `CREATE INDEX exchange_offer_given ON exchange_offer (modified_millis, reference)`,
      `DROP INDEX exchange_offer_modified`,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE INDEX exchange_offer_modified ON exchange_offer (modified_millis)`,
      `DROP INDEX exchange_offer_given`,
      `ALTER TABLE exchange_arrival DROP unnamed, DROP said`,
      `ALTER TABLE exchange_source DROP full_at, DROP leased_by`,
    ])
      await runner.query(statement);
  }
}
