import type { EntityManager } from 'typeorm';
import { SAME_PERSON } from '../../candidates/duplicates/same-person.queries.ts';
import type { PlacementStatus } from '../placement.entity.ts';

/** What prevents calling a person again. */
export type CallObstacle = 'return-not-verified' | 'terms-not-kept';

/**
 * Returns why the person's last stay in the state, under any of their records, prevents another
 * call, or null if nothing does. The stay must have ended with a verified return. A missing proof
 * is no breach: it only has to be supplied. Leaving an employer who broke the terms never costs the
 * right to return.
 */
export async function findCallObstacle(
  sql: EntityManager,
  candidateId: string,
  state: string,
): Promise<CallObstacle | null> {
  const [last] = await sql.query<{ status: PlacementStatus; breach: boolean }[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT status, employer_breach AS breach
       FROM same_person JOIN placement ON candidate_id = same_person.id
      WHERE state = $2
        AND status IN ('entered', 'working', 'ended', 'returned', 'abandoned')
      ORDER BY starts_on DESC LIMIT 1`,
    [[candidateId], state],
  );
  if (!last || last.status === 'returned' || last.breach) return null;
  return last.status === 'abandoned' ? 'terms-not-kept' : 'return-not-verified';
}
