import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tables that are written by the thousand rows refer to others by one look a statement instead of one a
 * row: of the 36 us that PostgreSQL took for a match, its two foreign keys were 10. What holds is the
 * same: nothing refers to what is not there, and goes with what it refers to (ADR 0019).
 */
export class ReferencesByStatement1797500001000 implements MigrationInterface {
  name = 'ReferencesByStatement1797500001000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [checkReferred, keepReference, deleteReferring, refer])
      await runner.query(statement);
    for (const [referring, column, referred] of references) {
      await runner.query(`ALTER TABLE ${referring} DROP CONSTRAINT ${referring}_${column}_fkey`);
      await runner.query(`CALL refer_by_statement('${referring}', '${column}', '${referred}')`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [referring, column, referred] of references) {
      await runner.query(`DROP TRIGGER refers_by_${column} ON ${referring}`);
      await runner.query(`DROP TRIGGER keeps_${column} ON ${referring}`);
      await runner.query(`DROP TRIGGER deletes_${referring}_by_${column} ON ${referred}`);
      await runner.query(
        `ALTER TABLE ${referring} ADD FOREIGN KEY (${column}) REFERENCES ${referred} (id)
           ON DELETE CASCADE`,
      );
    }
    await runner.query('DROP PROCEDURE refer_by_statement');
    await runner.query('DROP FUNCTION check_referred, keep_reference, delete_referring');
  }
}

const references = [
  ['match', 'candidate_id', 'candidate'],
  ['match', 'vacancy_id', 'vacancy'],
  ['decision_input', 'candidate_id', 'candidate'],
  ['consent', 'candidate_id', 'candidate'],
  ['candidate_block', 'candidate_id', 'candidate'],
  ['vacancy_block', 'vacancy_id', 'vacancy'],
] as const;

/**
 * The rows referred to are locked as a foreign key locks them, so that none of them goes before this
 * transaction ends. As the application itself, since whoever writes need not see what is referred to.
 */
const checkReferred = `CREATE FUNCTION check_referred() RETURNS trigger
   LANGUAGE plpgsql SET role TO 'passerelle_system' AS $$
   DECLARE missing uuid;
   BEGIN
     EXECUTE format(
       'WITH there AS MATERIALIZED (
          SELECT id FROM %2$I
           WHERE id = ANY (ARRAY(SELECT DISTINCT %1$I FROM written WHERE %1$I IS NOT NULL))
           ORDER BY id FOR KEY SHARE)
        SELECT %1$I FROM written
         WHERE %1$I IS NOT NULL AND %1$I NOT IN (SELECT id FROM there) LIMIT 1',
       TG_ARGV[0], TG_ARGV[1]) INTO missing;
     IF missing IS NOT NULL THEN
       RAISE foreign_key_violation USING
         MESSAGE = format('%s refers by %s to a %s that is not there: %s', TG_TABLE_NAME,
           TG_ARGV[0], TG_ARGV[1], missing),
         TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0];
     END IF;
     RETURN NULL;
   END $$`;

/** What is referred to never changes its id; nor does what refers turn to something else. */
const keepReference = `CREATE FUNCTION keep_reference() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     RAISE integrity_constraint_violation USING
       MESSAGE = format('%s of %s stays as it is.', TG_ARGV[0], TG_TABLE_NAME),
       TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[0];
   END $$`;

const deleteReferring = `CREATE FUNCTION delete_referring() RETURNS trigger
   LANGUAGE plpgsql SET role TO 'passerelle_system' AS $$
   BEGIN
     EXECUTE format('DELETE FROM %I WHERE %I IN (SELECT id FROM gone)', TG_ARGV[0], TG_ARGV[1]);
     RETURN NULL;
   END $$`;

const refer = `CREATE PROCEDURE refer_by_statement(referring text, referring_column text, referred text)
   LANGUAGE plpgsql AS $$
   BEGIN
     EXECUTE format(
       'CREATE TRIGGER %1$I AFTER INSERT ON %2$I REFERENCING NEW TABLE AS written
          FOR EACH STATEMENT EXECUTE FUNCTION check_referred(%3$L, %4$L)',
       'refers_by_' || referring_column, referring, referring_column, referred);
     EXECUTE format(
       'CREATE TRIGGER %1$I BEFORE UPDATE OF %3$I ON %2$I FOR EACH ROW
          WHEN (OLD.%3$I IS DISTINCT FROM NEW.%3$I) EXECUTE FUNCTION keep_reference(%3$L)',
       'keeps_' || referring_column, referring, referring_column);
     EXECUTE format(
       'CREATE TRIGGER %1$I AFTER DELETE ON %2$I REFERENCING OLD TABLE AS gone
          FOR EACH STATEMENT EXECUTE FUNCTION delete_referring(%3$L, %4$L)',
       format('deletes_%s_by_%s', referring, referring_column), referred, referring,
       referring_column);
   END $$`;
