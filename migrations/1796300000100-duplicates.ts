import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People and vacancies that may be there twice: by what they are found, the pairs with what was decided
 * on them, and the pointer from one record to the other.
 */
export class Duplicates1796300000100 implements MigrationInterface {
  name = 'Duplicates1796300000100';

  async up(runner: QueryRunner): Promise<void> {
    const statements = [
      ...identity,
      ...(['candidate', 'vacancy'] as const).flatMap((of) => [...pointers(of), ...keys(of)]),
      ...pairs('candidate', decidingOnPeople),
      ...pairs('vacancy', `current_tenant_role() = 'ministry' AND country = current_country()`),
    ];
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of ['candidate', 'vacancy']) {
      await runner.query(`DROP TABLE ${name}_duplicate_decision, ${name}_duplicate, ${name}_block`);
      await runner.query(`DROP TRIGGER ${name}_merged ON ${name}`);
      await runner.query(`DROP FUNCTION tell_${name}_merged`);
      await runner.query(`ALTER TABLE ${name} DROP COLUMN merged_into_id`);
    }
    await runner.query('ALTER TABLE candidate DROP COLUMN documents');
    await runner.query('DROP TABLE identity_secret');
  }
}

/**
 * An agency decides on two records of its own; on those of two agencies, the authority of the country
 * that both are in. Nobody else sees a pair.
 */
const decidingOnPeople = `
  current_tenant_role() = 'agency' AND one_organisation_id = other_organisation_id
    AND one_organisation_id = current_organisation()
  OR current_tenant_role() = 'partner-authority' AND one_organisation_id <> other_organisation_id
    AND country = current_country()`;

type Table = 'candidate' | 'vacancy';

const identity = [
  // Marks under the secret of the service; see mark-documents.ts.
  `ALTER TABLE candidate ADD COLUMN documents text[] NOT NULL DEFAULT '{}'`,
  `UPDATE candidate_import_before SET person = person || '{"documents": []}'`,
  // What the secret makes of a fixed text, so that another secret is noticed at start.
  `CREATE TABLE identity_secret (
     single boolean PRIMARY KEY DEFAULT true CHECK (single),
     proof uuid NOT NULL
   )`,
  `CALL protect_table('identity_secret', $$ false $$, $$ false $$)`,
];

const pointers = (of: Table): string[] => [
  `ALTER TABLE ${of} ADD COLUMN merged_into_id uuid REFERENCES ${of} ON DELETE SET NULL
     CHECK (merged_into_id <> id)`,
  `CREATE INDEX ${of}_merged_into ON ${of} (merged_into_id) WHERE merged_into_id IS NOT NULL`,
  // However the pointer changes, by a decision, an undo or since the other record is gone.
  `CREATE FUNCTION tell_${of}_merged() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN
     INSERT INTO outbox (id, job, payload)
     VALUES (gen_random_uuid(), '${of}.changed', jsonb_build_object('${of}Id', NEW.id));
     RETURN NULL;
   END $$`,
  `CREATE TRIGGER ${of}_merged AFTER UPDATE OF merged_into_id ON ${of}
     FOR EACH ROW WHEN (OLD.merged_into_id IS DISTINCT FROM NEW.merged_into_id)
     EXECUTE FUNCTION tell_${of}_merged()`,
];

const keys = (of: Table): string[] => [
  // Records that have a key in common are compared; each key is a hash.
  `CREATE TABLE ${of}_block (
     key uuid NOT NULL,
     ${of}_id uuid NOT NULL REFERENCES ${of} ON DELETE CASCADE,
     PRIMARY KEY (key, ${of}_id)
   )`,
  `CREATE INDEX ${of}_block_${of} ON ${of}_block (${of}_id)`,
  `CALL protect_table('${of}_block', $$ false $$, $$ false $$)`,
];

const pairs = (of: Table, deciding: string): string[] => [
  `CREATE TABLE ${of}_duplicate (
     id uuid PRIMARY KEY,
     one_id uuid NOT NULL REFERENCES ${of} ON DELETE CASCADE,
     other_id uuid NOT NULL REFERENCES ${of} ON DELETE CASCADE,
     one_organisation_id uuid NOT NULL,
     other_organisation_id uuid NOT NULL,
     country text NOT NULL,
     state text NOT NULL DEFAULT 'found' CHECK (state IN ('found', 'same', 'different')),
     score int NOT NULL,
     reasons jsonb NOT NULL,
     seen uuid NOT NULL,
     survivor_id uuid,
     found_at timestamptz NOT NULL DEFAULT now(),
     version int NOT NULL DEFAULT 1,
     UNIQUE (one_id, other_id),
     CHECK (one_id < other_id),
     CHECK ((survivor_id IS NOT NULL) = (state = 'same')),
     CHECK (survivor_id IN (one_id, other_id))
   )`,
  `CREATE INDEX ${of}_duplicate_other ON ${of}_duplicate (other_id)`,
  `CREATE INDEX ${of}_duplicate_country ON ${of}_duplicate (country, id)`,
  `CALL protect_table('${of}_duplicate', $$ ${deciding} $$, $$ ${deciding} $$)`,
  `CREATE TABLE ${of}_duplicate_decision (
     id uuid PRIMARY KEY,
     pair_id uuid NOT NULL REFERENCES ${of}_duplicate ON DELETE CASCADE,
     verdict text NOT NULL CHECK (verdict IN ('same', 'different', 'undone')),
     survivor_id uuid,
     decided_by uuid NOT NULL,
     decided_at timestamptz NOT NULL
   )`,
  `CREATE INDEX ${of}_duplicate_decision_pair ON ${of}_duplicate_decision (pair_id, id)`,
  // Whoever sees the pair sees what was decided on it.
  `CALL protect_table('${of}_duplicate_decision',
     $$ EXISTS (SELECT FROM ${of}_duplicate p WHERE p.id = pair_id) $$,
     $$ EXISTS (SELECT FROM ${of}_duplicate p WHERE p.id = pair_id) $$)`,
  `REVOKE UPDATE, DELETE ON ${of}_duplicate_decision FROM passerelle_runtime`,
];
