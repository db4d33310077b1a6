import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose an API key is, asked by each request before anybody is known: one statement that needs no
 * transaction around it. That the application reads here for itself is said by SystemRole1797400000100; only
 * a superuser may bind a setting of ours to a function.
 */
export class HolderOfKey1796500000300 implements MigrationInterface {
  name = 'HolderOfKey1796500000300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE FUNCTION holder_of_key(presented uuid)
         RETURNS TABLE (secret_hash text, role text, organisation_id uuid, country text)
         LANGUAGE sql STABLE AS
       $$ SELECT key.secret_hash, held.role, held.id, held.country
            FROM api_key key JOIN organisation held ON held.id = key.organisation_id
           WHERE key.id = presented AND key.revoked_at IS NULL $$`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION holder_of_key');
  }
}
