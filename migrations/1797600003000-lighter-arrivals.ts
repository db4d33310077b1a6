import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What each person of an import costs beside the person: their agency was looked up for each row instead of
 * once a statement (ADR 0019), and two indexes held the same import twice. Which rows an import has
 * created and somebody has changed since is all that its own index is asked for.
 */
export class LighterArrivals1797600003000 implements MigrationInterface {
  name = 'LighterArrivals1797600003000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      refuseReferred,
      'ALTER TABLE candidate DROP CONSTRAINT candidate_organisation_id_fkey',
      ...referring,
      'DROP INDEX consent_import, candidate_created_by_import, vacancy_created_by_import',
      ...['candidate', 'vacancy'].map(
        (table) => `CREATE INDEX ${table}_changed_since_import ON ${table} (created_import_id)
                     WHERE created_import_id IS DISTINCT FROM import_id`,
      ),
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [
      'DROP INDEX candidate_changed_since_import, vacancy_changed_since_import',
      ...['candidate', 'vacancy'].map(
        (table) => `CREATE INDEX ${table}_created_by_import ON ${table} (created_import_id)
                     WHERE created_import_id IS NOT NULL`,
      ),
      'CREATE INDEX consent_import ON consent (import_id) WHERE import_id IS NOT NULL',
      'DROP TRIGGER refers_by_organisation_id ON candidate',
      'DROP TRIGGER keeps_organisation_id ON candidate',
      'DROP TRIGGER refuses_candidate_by_organisation_id ON organisation',
      'DROP FUNCTION refuse_referred',
      'ALTER TABLE candidate ADD FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ])
      await runner.query(statement);
  }
}

/** What is referred to stays: the counterpart of `delete_referring`. */
const refuseReferred = `CREATE FUNCTION refuse_referred() RETURNS trigger
   LANGUAGE plpgsql SET role TO 'passerelle_system' AS $$
   DECLARE referred uuid;
   BEGIN
     EXECUTE format('SELECT id FROM gone WHERE EXISTS (SELECT FROM %I WHERE %I = gone.id) LIMIT 1',
       TG_ARGV[0], TG_ARGV[1]) INTO referred;
     IF referred IS NOT NULL THEN
       RAISE foreign_key_violation USING
         MESSAGE = format('%s of %s refers to a row of %s that was to go: %s', TG_ARGV[1], TG_ARGV[0],
           TG_TABLE_NAME, referred),
         TABLE = TG_ARGV[0], COLUMN = TG_ARGV[1];
     END IF;
     RETURN NULL;
   END $$`;

/** As any reference of many rows, but that what is referred to is not deleted with what refers. */
const referring = [
  `CALL refer_by_statement('candidate', 'organisation_id', 'organisation')`,
  'DROP TRIGGER deletes_candidate_by_organisation_id ON organisation',
  `CREATE TRIGGER refuses_candidate_by_organisation_id AFTER DELETE ON organisation
     REFERENCING OLD TABLE AS gone FOR EACH STATEMENT
     EXECUTE FUNCTION refuse_referred('candidate', 'organisation_id')`,
];
