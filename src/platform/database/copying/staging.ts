import type { EntityManager } from 'typeorm';
import { RUNTIME_ROLE } from '../connections.ts';

/**
 * A temporary table for rows to be copied into, empty whatever was copied before, in this transaction too. It
 * stays as long as the session, so that many small merges make none anew; whoever makes it, on behalf of a
 * tenant or for the application itself, both may use it. `definition`: what follows CREATE TEMP TABLE and the name, from this
 * code alone, with ON COMMIT DELETE ROWS.
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
