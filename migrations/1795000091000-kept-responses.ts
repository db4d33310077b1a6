import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What requests with an Idempotency-Key were answered, for their retries. */
export class KeptResponses1795000091000 implements MigrationInterface {
  name = 'KeptResponses1795000091000';

  async up(runner: QueryRunner): Promise<void> {
    // The response is encrypted under the key that only its sender holds, so that no readable copy
    // of anybody's data outlives them here.
    await runner.query(
      `CREATE TABLE kept_response (
         organisation_id uuid NOT NULL REFERENCES organisation ON DELETE CASCADE,
         key_hash text NOT NULL,
         fingerprint text NOT NULL,
         response bytea NOT NULL,
         created_at timestamptz NOT NULL,
         PRIMARY KEY (organisation_id, key_hash)
       )`,
    );
    await runner.query('CREATE INDEX kept_response_age ON kept_response (created_at)');
    await runner.query(
      `CALL protect_table('kept_response', $$ organisation_id = current_organisation() $$,
         $$ organisation_id = current_organisation() $$)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_response');
  }
}
