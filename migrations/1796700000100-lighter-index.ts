import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index that a file of people pays for and nobody uses goes; another tells more. */
export class LighterIndex1796700000100 implements MigrationInterface {
  name = 'LighterIndex1796700000100';

  async up(runner: QueryRunner): Promise<void> {
    // Searches are within one agency, most of whose people live in one country.
    await runner.query('DROP INDEX candidate_index_residence');
    // With the generation beside it: before the first statistics PostgreSQL took the index of generations
    // for as telling, and read all of it in each search of however small an agency.
    await runner.query('DROP INDEX candidate_index_organisation');
    await runner.query(
      'CREATE INDEX candidate_index_organisation ON candidate_index (organisation_id, generation)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX candidate_index_organisation');
    await runner.query(
      'CREATE INDEX candidate_index_organisation ON candidate_index (organisation_id)',
    );
    await runner.query(
      'CREATE INDEX candidate_index_residence ON candidate_index (residence_country)',
    );
  }
}
