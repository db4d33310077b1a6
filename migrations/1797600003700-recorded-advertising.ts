import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Advertising that was recorded by hand is evidence of the labour-market test, and no delivery knows of it: it has
 * a column of its own that deliveries never write, and the database itself keeps it among what a vacancy was
 * advertised by, whichever way that is written.
 */
export class RecordedAdvertising1797600003700 implements MigrationInterface {
  name = 'RecordedAdvertising1797600003700';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `ALTER TABLE vacancy ADD recorded_advertising jsonb NOT NULL DEFAULT '[]'`,
      keep,
      `CREATE TRIGGER vacancy_advertised
         BEFORE UPDATE OF advertising, recorded_advertising ON vacancy
         FOR EACH ROW WHEN (NEW.recorded_advertising <> '[]')
         EXECUTE FUNCTION keep_recorded_advertising()`,
      `SELECT set_config('passerelle.role', 'system', true)`,
      earlier,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER vacancy_advertised ON vacancy');
    await runner.query('DROP FUNCTION keep_recorded_advertising');
    await runner.query('ALTER TABLE vacancy DROP recorded_advertising');
  }
}

const keep = `CREATE FUNCTION keep_recorded_advertising() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     NEW.advertising := NEW.advertising || (
       SELECT COALESCE(jsonb_agg(recorded ORDER BY at), '[]')
         FROM jsonb_array_elements(NEW.recorded_advertising) WITH ORDINALITY AS one(recorded, at)
        WHERE NOT EXISTS (
          SELECT FROM jsonb_array_elements(NEW.advertising) AS known WHERE known = recorded));
     RETURN NEW;
   END $$`;

/** Nobody knows any more which were recorded; a format names its own by the id of the vacancy. */
const earlier = `
  UPDATE vacancy SET recorded_advertising = recorded.advertising
    FROM (SELECT id, jsonb_agg(one) AS advertising
            FROM vacancy, jsonb_array_elements(advertising) AS one
           WHERE one ->> 'adId' IS DISTINCT FROM source_id GROUP BY id) AS recorded
   WHERE vacancy.id = recorded.id`;
