import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Only the owner of a table may gather the statistics by which its queries are planned. The server does so
 * by itself within a minute; until then a search over the people of a first large file may take minutes.
 */
export class StatisticsOfPeople1796500000400 implements MigrationInterface {
  name = 'StatisticsOfPeople1796500000400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION analyse_people() RETURNS void
         LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
       $$ BEGIN ANALYZE candidate, consent, candidate_index; END $$`,
    );
    await runner.query('REVOKE EXECUTE ON FUNCTION analyse_people FROM PUBLIC');
    await runner.query('GRANT EXECUTE ON FUNCTION analyse_people TO passerelle_runtime');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION analyse_people');
  }
}
