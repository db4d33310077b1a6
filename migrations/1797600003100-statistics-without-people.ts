import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * ANALYZE keeps samples of what columns hold, beyond the reach of row-level security and of erasure: names,
 * telephones and whole rows of people. Nobody looks for rows by these columns, so that nothing is
 * lost without; and half of the time that counting people took was theirs.
 */
export class StatisticsWithoutPeople1797600003100 implements MigrationInterface {
  name = 'StatisticsWithoutPeople1797600003100';

  /** A column that is given its type once more loses the samples that were taken of it before. */
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(ofPeople)) {
      const types = await runner.manager.query<{ name: string; type: string }[]>(
        `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
          WHERE attrelid = $1::regclass AND attname = ANY ($2)`,
        [table, columns],
      );
      const forgotten = types.map(({ name, type }) => `ALTER ${name} TYPE ${type}`);
      await runner.query(`ALTER TABLE ${table} ${[...forgotten, ...sampled(columns, 0)].join()}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, columns] of Object.entries(ofPeople))
      await runner.query(`ALTER TABLE ${table} ${sampled(columns, -1).join()}`);
  }
}

/** `target`: how much of each column is sampled; 0 for nothing, -1 for what is usual. */
const sampled = (columns: readonly string[], target: number): string[] =>
  columns.map((column) => `ALTER ${column} SET STATISTICS ${target}`);

const ofPeople: Readonly<Record<string, readonly string[]>> = {
  candidate: [
    'reference', 'given_name', 'family_name', 'birth_on', 'documents', 'residence_region', 'email', 'phone',
    'residence_permits', 'rights', 'occupations', 'skills', 'languages', 'education_field', 'qualifications',
    'licences', 'desired_countries', 'desired_occupations', 'permit_categories', 'desired_pay',
    'available_from_on', 'available_until_on', 'previous_stays', 'training_programme', 'warnings',
    'content_hash',
  ],
  consent: ['sections', 'evidence', 'scan_sha256', 'witness'],
  candidate_import_before: ['person'],
  file_import_error: ['value', 'record', 'message', 'suggestion'],
  kept_response: ['response'],
  placement_event: ['evidence', 'reason'],
  placement_record: ['evidence'],
}; // prettier-ignore
