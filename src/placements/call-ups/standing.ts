import type { EntityManager } from 'typeorm';
import type { PlacementStatus } from '../placement.entity.ts';

/** What stands against calling a person again. */
export type Against = 'return-not-verified' | 'terms-not-kept';

/**
 * Whether the last stay in the state allows another call: it ended with a verified return. A proof
 * that is missing only waits for the proof; it is no breach. Nor is leaving an employer who broke
 * the terms: it never burns the right to return. null: nothing stands against it.
 */
export async function standingOf(
  sql: EntityManager,
  candidateId: string,
  state: string,
): Promise<Against | null> {
  const [last] = await sql.query<{ status: PlacementStatus; breach: boolean }[]>(
    `SELECT status, employer_breach AS breach FROM placement
      WHERE candidate_id = $1 AND state = $2
        AND status IN ('entered', 'working', 'ended', 'returned', 'abandoned')
      ORDER BY starts_on DESC LIMIT 1`,
    [candidateId, state],
  );
  if (!last || last.status === 'returned' || last.breach) return null;
  return last.status === 'abandoned' ? 'terms-not-kept' : 'return-not-verified';
}
