import type { EntityManager } from 'typeorm';
import { RUNTIME_ROLE } from '../connections.ts';

/**
 * Makes sure that a temporary table for copied rows exists and is empty, even if rows were copied
 * earlier in this transaction. The table lasts as long as the session, so that many small merges do
 * not create it again. Tenants and the application itself may both use it. `definition` is what
 * follows CREATE TEMP TABLE and the name, with ON COMMIT DELETE ROWS; it comes from this code
 * alone.
 */
export async function keepStaging(
  sql: EntityManager,
  name: string,
  definition: string,
): Promise<void> {
  await sql.query(
    `DO $staging$ BEGIN
       IF to_regclass('pg_temp.${name}') IS NULL THEN
         CREATE TEMP TABLE ${name} ${definition};
         GRANT ALL ON ${name} TO ${RUNTIME_ROLE};
       ELSIF EXISTS (SELECT FROM ${name}) THEN
         TRUNCATE ${name};
       END IF;
     END $staging$`,
  );
}
