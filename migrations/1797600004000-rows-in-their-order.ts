import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rejected rows of sheets keep the order of their columns, by which some are told; cells by header had none. Those that are there
 * already get the order in which the import names its headers.
 */
export class RowsInTheirOrder1797600004000 implements MigrationInterface {
  name = 'RowsInTheirOrder1797600004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query(
      `WITH rejected AS (${ofSheets}),
       named AS (
         SELECT DISTINCT import_id, columns, file, name
           FROM rejected, jsonb_object_keys(record) AS name WHERE NOT starts_with(name, 'error_')),
       sheet AS (
         SELECT import_id, file, jsonb_agg(name ORDER BY place, name) AS names
           FROM named LEFT JOIN LATERAL (
             SELECT min(at) AS place FROM jsonb_array_elements(columns) WITH ORDINALITY AS each (sent, at)
              WHERE sent ->> 'header' = name) AS header ON true
          GROUP BY import_id, file)
       UPDATE file_import_error AS error
          SET record = jsonb_build_object('names', names,
                'cells', (SELECT jsonb_agg(coalesce(error.record ->> name, '') ORDER BY at)
                            FROM jsonb_array_elements_text(names) WITH ORDINALITY AS each (name, at)),
                'surplus', (SELECT coalesce(jsonb_object_agg(key, value), '{}') FROM jsonb_each(error.record)
                             WHERE starts_with(key, 'error_cell_')))
         FROM rejected JOIN sheet ON sheet.import_id = rejected.import_id
                             AND sheet.file IS NOT DISTINCT FROM rejected.file
        WHERE rejected.id = error.id`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query(
      `WITH rejected AS (${ofSheets})
       UPDATE file_import_error AS error
          SET record = error.record -> 'surplus' || (
                SELECT jsonb_object_agg(name, error.record -> 'cells' -> (at::int - 1))
                  FROM jsonb_array_elements_text(error.record -> 'names') WITH ORDINALITY AS each (name, at)
                 WHERE name <> '')
         FROM rejected WHERE rejected.id = error.id`,
    );
  }
}

const ofSheets = `
  SELECT fault.id, fault.import_id, fault.file, fault.record, file_import.columns
    FROM file_import_error AS fault JOIN file_import ON file_import.id = fault.import_id
   WHERE fault.record IS NOT NULL
     AND coalesce(fault.format, file_import.format) IN ('csv', 'xlsx')`;
