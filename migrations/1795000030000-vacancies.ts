import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies: an employer sees its own, a ministry those of its state. */
export class Vacancies1795000030000 implements MigrationInterface {
  name = 'Vacancies1795000030000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE vacancy');
  }
}

const mine = `
  current_tenant_role() = 'employer' AND organisation_id = current_organisation()
  OR current_tenant_role() = 'ministry' AND state = current_country()`;

const statements = [
  `CREATE TABLE vacancy (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL CHECK (state ~ '^[A-Z]{2}$'),
     source_agency text NOT NULL,
     source_id text NOT NULL,
     source_scheme text,
     status text NOT NULL CHECK (status IN ('open', 'closed', 'withdrawn')),
     title text NOT NULL,
     language text NOT NULL,
     description text NOT NULL,
     translations jsonb NOT NULL,
     employer_name text,
     employer_legal_id text,
     nace text,
     positions int NOT NULL CHECK (positions > 0),
     isco text[] NOT NULL,
     esco text[] NOT NULL,
     offering text,
     schedule text,
     permit_category text NOT NULL,
     languages jsonb NOT NULL,
     working_languages text[] NOT NULL,
     skills jsonb NOT NULL,
     experience jsonb NOT NULL,
     education_level int CHECK (education_level BETWEEN 1 AND 8),
     licences text[] NOT NULL,
     locations jsonb NOT NULL,
     pay jsonb,
     starts_on date,
     ends_on date,
     immediate_start boolean NOT NULL,
     apply_until_on date,
     valid_from_on date,
     valid_until_on date,
     advertising jsonb NOT NULL,
     how_to_apply text,
     content_hash text NOT NULL,
     warnings jsonb NOT NULL,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now(),
     updated_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (organisation_id, source_agency, source_id)
   )`,
  `CREATE INDEX vacancy_state ON vacancy (state) WHERE status = 'open'`,
  `CREATE INDEX vacancy_isco ON vacancy USING gin (isco)`,
  `CALL protect_table('vacancy', $$ ${mine} $$, $$ ${mine} $$)`,
];
