import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An archive holds files of several formats: what is wrong with a record is given back in that of its own file. */
export class FormatOfFaults1797500001200 implements MigrationInterface {
  name = 'FormatOfFaults1797500001200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import_error ADD COLUMN format text');
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query(
      `UPDATE file_import_error SET format = file_import.format
         FROM file_import WHERE file_import.id = import_id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE file_import_error DROP COLUMN format');
  }
}
