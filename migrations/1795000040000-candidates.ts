import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, their consents, and the imports that bring them: each agency sees its own alone. */
export class Candidates1795000040000 implements MigrationInterface {
  name = 'Candidates1795000040000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...people, ...imports]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE candidate_import_error, candidate_import_chunk, consent, candidate, candidate_import',
    );
  }
}

const own = `current_tenant_role() = 'agency' AND organisation_id = current_organisation()`;

const people = [
  `CREATE TABLE candidate (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     reference text NOT NULL CHECK (reference <> ''),
     given_name text,
     family_name text,
     birth_on date,
     nationalities text[] NOT NULL,
     residence_country text,
     residence_region text,
     email text,
     phone text,
     residence_permits text[] NOT NULL,
     eu_family_member boolean NOT NULL,
     occupations jsonb NOT NULL,
     skills jsonb NOT NULL,
     languages jsonb NOT NULL,
     education_level int CHECK (education_level BETWEEN 1 AND 8),
     education_field text,
     qualifications text[] NOT NULL,
     licences text[] NOT NULL,
     desired_countries text[] NOT NULL,
     desired_occupations text[] NOT NULL,
     permit_categories text[] NOT NULL,
     available_from_on date,
     available_until_on date,
     previous_stays jsonb NOT NULL,
     training_programme text,
     warnings jsonb NOT NULL,
     import_id uuid,
     content_hash text NOT NULL,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (organisation_id, reference)
   )`,
  `CREATE INDEX candidate_by_import ON candidate (import_id)`,
  `CALL protect_table('candidate', $$ ${own} $$, $$ ${own} $$)`,
  // One consent is known by its purpose and date, so that a file sent again never revives one that
  // was withdrawn.
  `CREATE TABLE consent (
     id uuid PRIMARY KEY,
     candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
     organisation_id uuid NOT NULL REFERENCES organisation,
     purpose text NOT NULL CHECK (purpose IN ('matching', 'sharing', 'preparation')),
     sections text[] NOT NULL CHECK (cardinality(sections) > 0),
     countries text[] NOT NULL CHECK (cardinality(countries) > 0),
     given_on date NOT NULL,
     expires_on date NOT NULL,
     evidence text,
     withdrawn_at timestamptz,
     UNIQUE (candidate_id, purpose, given_on)
   )`,
  `CALL protect_table('consent', $$ ${own} $$, $$ ${own} $$)`,
];

const imports = [
  `CREATE TABLE candidate_import (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     status text NOT NULL
       CHECK (status IN ('receiving', 'waiting', 'running', 'finished', 'failed')),
     bytes bigint NOT NULL DEFAULT 0,
     sha256 text,
     bytes_read bigint NOT NULL DEFAULT 0,
     read int NOT NULL DEFAULT 0,
     created int NOT NULL DEFAULT 0,
     updated int NOT NULL DEFAULT 0,
     unchanged int NOT NULL DEFAULT 0,
     rejected int NOT NULL DEFAULT 0,
     ignored_columns text[] NOT NULL DEFAULT '{}',
     failure jsonb,
     created_at timestamptz NOT NULL DEFAULT now(),
     started_at timestamptz,
     finished_at timestamptz,
     CHECK (read = created + updated + unchanged + rejected)
   )`,
  `CALL protect_table('candidate_import', $$ ${own} $$, $$ ${own} $$)`,
  // The file lies here until it is read, so that any worker can read it and a crash loses nothing.
  `CREATE TABLE candidate_import_chunk (
     import_id uuid NOT NULL REFERENCES candidate_import ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     seq int NOT NULL,
     bytes bytea NOT NULL,
     PRIMARY KEY (import_id, seq)
   )`,
  `CALL protect_table('candidate_import_chunk', $$ ${own} $$, $$ ${own} $$)`,
  `CREATE TABLE candidate_import_error (
     id uuid PRIMARY KEY,
     import_id uuid NOT NULL REFERENCES candidate_import ON DELETE CASCADE,
     organisation_id uuid NOT NULL,
     row int NOT NULL,
     column_name text NOT NULL,
     severity text NOT NULL,
     code text NOT NULL,
     value text,
     message text NOT NULL,
     record jsonb
   )`,
  `CREATE INDEX candidate_import_error_import ON candidate_import_error (import_id, id)`,
  `CALL protect_table('candidate_import_error', $$ ${own} $$, $$ ${own} $$)`,
];
