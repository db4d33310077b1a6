import type { EntityManager } from 'typeorm';

/**
 * Locks the decisions on vacancies, not their rows, until the transaction ends, so that no two
 * transactions decide on the same vacancy. Locks are taken in the order of the ids, so that two
 * transactions never wait for each other. Call it before locking any row of a decision.
 */
export async function lockDecisionsOn(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query(
    `SELECT pg_advisory_xact_lock(hashtextextended(id, 0))
       FROM (SELECT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS ordered`,
    [ids],
  );
}
