import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a file of people pays for each of them, and nobody uses. */
export class LighterPeople1796700000100 implements MigrationInterface {
  name = 'LighterPeople1796700000100';

  async up(runner: QueryRunner): Promise<void> {
    // A person's organisation is that of the file or of the request, which exists; asking again for each
    // person says nothing new. It must not go while they are there.
    await runner.query('ALTER TABLE candidate DROP CONSTRAINT candidate_organisation_id_fkey');
    await runner.query('REVOKE DELETE ON organisation FROM passerelle_runtime');
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
    await runner.query('GRANT DELETE ON organisation TO passerelle_runtime');
    await runner.query(
      `ALTER TABLE candidate ADD CONSTRAINT candidate_organisation_id_fkey
         FOREIGN KEY (organisation_id) REFERENCES organisation`,
    );
  }
}
