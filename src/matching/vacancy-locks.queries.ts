import type { EntityManager } from 'typeorm';

/**
 * For this transaction alone, so that two never decide on one; in the order of their ids, so that two
 * never wait for each other. Taken before any row of a decision is.
 */
export async function lockVacancies(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS ordered`,
    [ids],
  );
}
