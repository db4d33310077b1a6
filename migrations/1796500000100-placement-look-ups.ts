import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Placements are looked up by their vacancy, by the stay that they are of, and, whenever a match is
 * decided anew and goes, by their match: without an index each such match reads them all.
 */
export class PlacementLookUps1796500000100 implements MigrationInterface {
  name = 'PlacementLookUps1796500000100';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) {
      await runner.query(`CREATE INDEX placement_${column} ON placement (${column}_id)`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`DROP INDEX placement_${column}`);
  }
}

const columns = ['vacancy', 'campaign', 'match'];
