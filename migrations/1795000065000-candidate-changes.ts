import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who changed and in which transaction, written by the database itself, so that whatever keeps people
 * in memory can follow, and no way of changing them is forgotten.
 */
export class CandidateChanges1795000065000 implements MigrationInterface {
  name = 'CandidateChanges1795000065000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...table, ...noting]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of watched) await runner.query(`DROP TRIGGER ${name} ON ${on(name)}`);
    await runner.query('DROP FUNCTION note_candidates, note_consents');
    await runner.query('DROP TABLE candidate_change');
  }
}

const table = [
  `CREATE TABLE candidate_change (
     candidate_id uuid NOT NULL,
     changed_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
     changed_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX candidate_change_in ON candidate_change (changed_in)`,
  `CALL protect_table('candidate_change', $$ false $$, $$ current_tenant_role() <> 'nobody' $$)`,
];

const watched = [
  ['candidate_created', 'INSERT', 'NEW'],
  ['candidate_changed', 'UPDATE', 'NEW'],
  ['candidate_erased', 'DELETE', 'OLD'],
  ['consent_given', 'INSERT', 'NEW'],
  ['consent_changed', 'UPDATE', 'NEW'],
  ['consent_erased', 'DELETE', 'OLD'],
] as const;

const on = (name: string): string => name.split('_')[0] ?? '';

const note = (table: string, id: string): string =>
  `CREATE FUNCTION note_${table}s() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO candidate_change (candidate_id) SELECT DISTINCT ${id} FROM touched;
     RETURN NULL;
   END $$`;

const noting = [
  note('candidate', 'id'),
  note('consent', 'candidate_id'),
  ...watched.map(
    ([name, event, rows]) =>
      `CREATE TRIGGER ${name} AFTER ${event} ON ${on(name)}
         REFERENCING ${rows} TABLE AS touched
         FOR EACH STATEMENT EXECUTE FUNCTION note_${on(name)}s()`,
  ),
];
