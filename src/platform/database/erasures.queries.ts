import type { EntityManager } from 'typeorm';

/** A candidate who was erased, by ids alone, so that nothing kept elsewhere tells of them again. */
interface Erasure {
  candidateId: string;
  organisationId: string;
  erasedAt: Date;
}

/** Records an erasure. A candidate who came back with a backup may have been erased before. */
export async function recordErasure(
  sql: EntityManager,
  { candidateId, organisationId, erasedAt }: Erasure,
): Promise<void> {
  await sql.query(
    `INSERT INTO erasure (candidate_id, organisation_id, erased_at) VALUES ($1, $2, $3)
     ON CONFLICT (candidate_id) DO NOTHING`,
    [candidateId, organisationId, erasedAt],
  );
}

/** Returns whether any of the ids is that of an erased candidate. `sql` sees every tenant. */
export async function isAnyErased(sql: EntityManager, ids: readonly string[]): Promise<boolean> {
  const [row] = await sql.query<{ found: boolean }[]>(
    'SELECT EXISTS (SELECT FROM erasure WHERE candidate_id = ANY ($1)) AS found',
    [ids],
  );
  return row?.found ?? false;
}
