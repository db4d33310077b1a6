import type { EntityManager } from 'typeorm';

const LOCK = `hashtext('passerelle.decisions')`;

/**
 * Whoever stores or forgets decisions on people for vacancies shares it until the transaction ends, before
 * any row is locked: nothing is taken away meanwhile that a decision rests on.
 */
export async function shareDecisions(sql: EntityManager): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock_shared(${LOCK})`);
}

/**
 * Whoever takes away many people or vacancies, or what decisions were made from, has it alone, before any
 * row is locked: decisions go with them, and whoever stores those comes to the same rows the other way round.
 */
export async function haltDecisions(sql: EntityManager): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(${LOCK})`);
}
