import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vacancies in a partner country, apart from those in the Union: none of its rules can meet them. */
export class HomeVacancies1796000110000 implements MigrationInterface {
  name = 'HomeVacancies1796000110000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE home_vacancy');
  }
}

const statements = [
  `CREATE TABLE home_vacancy (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
     reference text NOT NULL CHECK (reference <> ''),
     published_on date NOT NULL,
     title text NOT NULL CHECK (title <> ''),
     description text NOT NULL,
     positions int NOT NULL CHECK (positions >= 1),
     place text,
     agency text,
     sector text,
     contract text,
     education text,
     experience text,
     experience_years real CHECK (experience_years >= 0),
     starts_on date,
     isco text[] NOT NULL,
     esco text[] NOT NULL,
     skills text[] NOT NULL,
     status text NOT NULL CHECK (status IN ('open', 'closed')),
     created_at timestamptz NOT NULL,
     UNIQUE (organisation_id, reference)
   )`,
  `CREATE INDEX home_vacancy_country ON home_vacancy (country, id)`,
  // Whoever helps returnees of the country reads them all; each changes its own.
  `CALL protect_table('home_vacancy',
     $$ current_tenant_role() IN ('agency', 'partner-authority') AND country = current_country() $$,
     $$ organisation_id = current_organisation() AND country = current_country() $$)`,
];
