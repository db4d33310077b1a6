import type { EntityManager } from 'typeorm';

const LOCK = `hashtext('passerelle.decisions')`;

/**
 * Takes the lock on decisions in shared mode until the transaction ends. A transaction that stores
 * or removes decisions on candidates for vacancies calls this before it locks any row. Nothing that
 * a decision rests on can then be removed meanwhile.
 */
export async function shareDecisions(sql: EntityManager): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock_shared(${LOCK})`);
}

/**
 * Takes the lock on decisions alone until the transaction ends. A transaction that removes many
 * candidates or vacancies, or the facts of decisions, calls this before it locks any row. Decisions
 * are deleted with them, and transactions that store decisions lock the same rows in the opposite
 * order.
 */
export async function haltDecisions(sql: EntityManager): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
}
