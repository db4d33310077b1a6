import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One pipeline for files of people and of vacancies: its tables lose the name of one of them. */
export class FileImports1796000300000 implements MigrationInterface {
  name = 'FileImports1796000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...renamed, ...shared, ...vacancies, ...lighter])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM file_import WHERE subject <> 'candidates'`);
    await runner.query('DROP TABLE vacancy_import_before');
    await runner.query('ALTER TABLE vacancy DROP COLUMN import_id, DROP COLUMN created_import_id');
    await runner.query(
      `ALTER TABLE consent ADD CONSTRAINT consent_organisation_id_fkey
         FOREIGN KEY (organisation_id) REFERENCES organisation`,
    );
    for (const name of tables)
      await runner.query(
        `ALTER POLICY tenancy ON ${name} USING (${forAgencies}) WITH CHECK (${forAgencies})`,
      );
    await runner.query('ALTER TABLE file_import DROP COLUMN subject');
    for (const name of tables)
      await runner.query(`ALTER TABLE ${name} RENAME TO ${name.replace('file', 'candidate')}`);
    await runner.query(
      'ALTER INDEX file_import_error_import RENAME TO candidate_import_error_import',
    );
  }
}

const tables = ['file_import', 'file_import_chunk', 'file_import_error'];

const whose = (roles: string): string =>
  `(SELECT current_tenant_role()) = 'system'
   OR (current_tenant_role() IN (${roles}) AND organisation_id = current_organisation())`;

const forAgencies = whose(`'agency'`);
const forSenders = whose(`'agency', 'employer', 'ministry'`);

const renamed = [
  ...tables.map((name) => `ALTER TABLE ${name.replace('file', 'candidate')} RENAME TO ${name}`),
  'ALTER INDEX candidate_import_error_import RENAME TO file_import_error_import',
];

const shared = [
  `ALTER TABLE file_import ADD COLUMN subject text NOT NULL DEFAULT 'candidates'
     CHECK (subject IN ('candidates', 'vacancies'))`,
  'ALTER TABLE file_import ALTER COLUMN subject DROP DEFAULT',
  ...tables.map(
    (name) => `ALTER POLICY tenancy ON ${name} USING (${forSenders}) WITH CHECK (${forSenders})`,
  ),
];

const mine = `current_tenant_role() IN ('employer', 'ministry')
  AND organisation_id = current_organisation()`;

const vacancies = [
  'ALTER TABLE vacancy ADD COLUMN import_id uuid, ADD COLUMN created_import_id uuid',
  'CREATE INDEX vacancy_import ON vacancy (import_id) WHERE import_id IS NOT NULL',
  `CREATE INDEX vacancy_created_by_import ON vacancy (created_import_id)
    WHERE created_import_id IS NOT NULL`,
  // Vacancies as they were before an import changed them, for as long as it can be undone.
  `CREATE TABLE vacancy_import_before (
     import_id uuid NOT NULL REFERENCES file_import ON DELETE CASCADE,
     vacancy_id uuid NOT NULL REFERENCES vacancy ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     vacancy jsonb NOT NULL,
     PRIMARY KEY (import_id, vacancy_id)
   )`,
  'CREATE INDEX vacancy_import_before_vacancy ON vacancy_import_before (vacancy_id)',
  `CALL protect_table('vacancy_import_before', $$ ${mine} $$, $$ ${mine} $$)`,
];

const lighter = [
  // A consent's person has an organisation that exists; asking again for each consent of an import
  // says nothing new.
  'ALTER TABLE consent DROP CONSTRAINT consent_organisation_id_fkey',
];
