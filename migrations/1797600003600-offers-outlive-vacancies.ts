import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was offered to the exchange may be taken away, and stays there as a tombstone: it stood in the way of an undo
 * for good, since other services may have heard of it whenever they ask.
 */
export class OffersOutliveVacancies1797600003600 implements MigrationInterface {
  name = 'OffersOutliveVacancies1797600003600';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'ALTER TABLE exchange_offer DROP CONSTRAINT exchange_offer_vacancy_id_fkey',
      `CREATE TRIGGER vacancy_removed AFTER DELETE ON vacancy
         REFERENCING OLD TABLE AS touched
         FOR EACH STATEMENT EXECUTE FUNCTION note_vacancies()`,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP TRIGGER vacancy_removed ON vacancy',
      `SELECT set_config('passerelle.role', 'system', true)`,
      'DELETE FROM exchange_offer WHERE NOT EXISTS (SELECT FROM vacancy WHERE id = vacancy_id)',
      'ALTER TABLE exchange_offer ADD FOREIGN KEY (vacancy_id) REFERENCES vacancy',
    ])
      await runner.query(statement);
  }
}
