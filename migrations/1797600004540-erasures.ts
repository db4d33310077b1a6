import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What an erasure left behind: rejected rows of earlier files, and what offices wrote about the
 * person in the history of a placement. Who was erased is kept by id, so that no kept answer tells
 * of them again.
 */
export class Erasures1797600004540 implements MigrationInterface {
  name = 'Erasures1797600004540';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...faults, ...erasures, ...words]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of undone) await runner.query(statement);
  }
}

/** The reference of a row is that of a person, of which ANALYZE keeps no sample. */
const faults = [
  'ALTER TABLE file_import_error ADD COLUMN reference text',
  'ALTER TABLE file_import_error ALTER reference SET STATISTICS 0',
  `CREATE INDEX file_import_error_reference ON file_import_error (organisation_id, reference)
     WHERE reference IS NOT NULL`,
];

const own = `current_tenant_role() = 'agency' AND organisation_id = current_organisation()`;

const erasures = [
  `CREATE TABLE erasure (
     candidate_id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL,
     erased_at timestamptz NOT NULL
   )`,
  `CALL protect_table('erasure', $$ ${own} $$, $$ ${own} $$)`,
  'REVOKE UPDATE, DELETE ON erasure FROM passerelle_runtime',
];

const told = ['placement_event', 'placement_record'] as const;

/**
 * No role of the application may change a history. The owner of the tables does it, for an erasure
 * alone.
 */
const words = [
  'ALTER TABLE placement_record ALTER evidence DROP NOT NULL',
  ...told.map(
    (table) =>
      `CREATE POLICY forgetting ON ${table} TO CURRENT_USER USING (true) WITH CHECK (true)`,
  ),
  `CREATE FUNCTION forget_words_on_person() RETURNS trigger LANGUAGE plpgsql
     SECURITY DEFINER SET search_path = public, pg_temp AS $$
   BEGIN
     UPDATE placement_event SET reason = NULL, evidence = NULL
      WHERE placement_id = OLD.id AND organisation_id IS NOT NULL;
     UPDATE placement_record SET evidence = NULL WHERE placement_id = OLD.id;
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER person_erased AFTER UPDATE OF candidate_id ON placement FOR EACH ROW
     WHEN (OLD.candidate_id IS NOT NULL AND NEW.candidate_id IS NULL)
     EXECUTE FUNCTION forget_words_on_person()`,
];

const undone = [
  'DROP TRIGGER person_erased ON placement',
  'DROP FUNCTION forget_words_on_person',
  ...told.map((table) => `DROP POLICY forgetting ON ${table}`),
  `UPDATE placement_record SET evidence = '-' WHERE evidence IS NULL`,
  'ALTER TABLE placement_record ALTER evidence SET NOT NULL',
  'DROP TABLE erasure',
  'DROP INDEX file_import_error_reference',
  'ALTER TABLE file_import_error DROP COLUMN reference',
];
