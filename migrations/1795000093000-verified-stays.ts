import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stays that ended with a verified return. They are no part of what an agency uploads, so that no
 * file that is sent again takes from people what they have earned.
 */
export class VerifiedStays1795000093000 implements MigrationInterface {
  name = 'VerifiedStays1795000093000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE verified_stay (
         placement_id uuid PRIMARY KEY,
         candidate_id uuid NOT NULL REFERENCES candidate ON DELETE CASCADE,
         organisation_id uuid NOT NULL REFERENCES organisation,
         country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
         from_on date NOT NULL,
         to_on date NOT NULL CHECK (to_on >= from_on),
         returned_on date NOT NULL CHECK (returned_on >= to_on),
         issuer text NOT NULL
       )`,
    );
    await runner.query('CREATE INDEX verified_stay_candidate ON verified_stay (candidate_id)');
    await runner.query(
      `CALL protect_table('verified_stay',
         $$ current_tenant_role() = 'agency' AND organisation_id = current_organisation() $$,
         $$ false $$)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE verified_stay');
  }
}
