import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appeals against refused phrases: an employer sees its own, a ministry those of its state. */
export class WordingAppeals1795000084000 implements MigrationInterface {
  name = 'WordingAppeals1795000084000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wording_appeal');
  }
}

const mine = `
  current_tenant_role() = 'employer' AND organisation_id = current_organisation()
  OR current_tenant_role() = 'ministry' AND state = current_country()`;

const statements = [
  `CREATE TABLE wording_appeal (
     id uuid PRIMARY KEY,
     organisation_id uuid NOT NULL REFERENCES organisation,
     state text NOT NULL,
     phrase text NOT NULL CHECK (phrase <> ''),
     ground text NOT NULL,
     reason text NOT NULL CHECK (reason <> ''),
     status text NOT NULL CHECK (status IN ('open', 'accepted', 'dismissed')),
     decision text CHECK ((status = 'open') = (decision IS NULL)),
     decided_at timestamptz,
     version int NOT NULL DEFAULT 1,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX wording_appeal_accepted ON wording_appeal (organisation_id)
     WHERE status = 'accepted'`,
  `CALL protect_table('wording_appeal', $$ ${mine} $$, $$ ${mine} $$)`,
];
