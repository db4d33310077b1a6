import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose an API key is, asked by each request before anybody is known: one statement that needs no
 * transaction around it, since the function itself says on whose behalf it reads.
 */
export class HolderOfKey1796500000300 implements MigrationInterface {
  name = 'HolderOfKey1796500000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION holder_of_key(presented uuid)
         RETURNS TABLE (secret_hash text, role text, organisation_id uuid, country text)
         LANGUAGE sql STABLE SET passerelle.role TO 'system' AS
       $$ SELECT key.secret_hash, held.role, held.id, held.country
            FROM api_key key JOIN organisation held ON held.id = key.organisation_id
           WHERE key.id = presented AND key.revoked_at IS NULL $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION holder_of_key');
  }
}
