import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which vacancies came in through an exchange, for good: an arrival names the vacancy that its reference gives now,
 * and may have given another before.
 */
export class Provenance1797600003710 implements MigrationInterface {
  name = 'Provenance1797600003710';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `CREATE TABLE exchange_provenance (
         vacancy_id uuid PRIMARY KEY REFERENCES vacancy ON DELETE CASCADE,
         organisation_id uuid NOT NULL
       )`,
      `CALL protect_table('exchange_provenance', $$ ${own} $$, $$ ${own} $$)`,
      `SELECT set_config('passerelle.role', 'system', true)`,
      `INSERT INTO exchange_provenance (vacancy_id, organisation_id)
       SELECT DISTINCT vacancy_id, organisation_id FROM exchange_arrival WHERE vacancy_id IS NOT NULL`,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE exchange_provenance');
  }
}

const own = `current_tenant_role() = 'ministry' AND organisation_id = current_organisation()`;
