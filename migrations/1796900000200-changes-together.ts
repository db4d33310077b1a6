import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever changed by one statement is noted in one row: a file of people left two notes of each of them. */
export class ChangesTogether1796900000200 implements MigrationInterface {
  name = 'ChangesTogether1796900000200';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...together, ...noting(manyOf)]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...apart, ...noting(eachOf)]) await runner.query(statement);
  }
}

const asItself = `SELECT set_config('passerelle.role', 'system', true)`;

const together = [
  asItself,
  'ALTER TABLE candidate_change ADD COLUMN candidate_ids uuid[]',
  // Ids cannot be made shorter; trying to takes longer than all the rest of noting them.
  'ALTER TABLE candidate_change ALTER COLUMN candidate_ids SET STORAGE EXTERNAL',
  'UPDATE candidate_change SET candidate_ids = ARRAY[candidate_id]',
  'ALTER TABLE candidate_change ALTER COLUMN candidate_ids SET NOT NULL, DROP COLUMN candidate_id',
];

const apart = [
  asItself,
  'ALTER TABLE candidate_change ADD COLUMN candidate_id uuid',
  `INSERT INTO candidate_change (candidate_id, candidate_ids, changed_in, changed_at)
   SELECT id, '{}', changed_in, changed_at FROM candidate_change, unnest(candidate_ids) AS id`,
  'DELETE FROM candidate_change WHERE candidate_id IS NULL',
  'ALTER TABLE candidate_change ALTER COLUMN candidate_id SET NOT NULL, DROP COLUMN candidate_ids',
];

/** By the tables that people stand in. */
const columns = { candidate: 'id', consent: 'candidate_id', verified_stay: 'candidate_id' };

const noting = (note: (id: string) => string): string[] =>
  Object.entries(columns).map(
    ([table, id]) =>
      `CREATE OR REPLACE FUNCTION note_${table}s() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     ${note(id)}
     RETURN NULL;
   END $$`,
  );

const eachOf = (id: string): string =>
  `INSERT INTO candidate_change (candidate_id) SELECT DISTINCT ${id} FROM touched;`;

/** An update on conflict tells of nobody where all were new. */
const manyOf = (id: string): string =>
  `INSERT INTO candidate_change (candidate_ids)
     SELECT array_agg(DISTINCT ${id}) FROM touched HAVING count(*) > 0;`;
