import type { EntityManager } from 'typeorm';

/** Nothing is kept of an assignment about a person who withdrew every consent to be matched. */
export async function forgetWithdrawn(sql: EntityManager, candidateId: string): Promise<void> {
  await sql.query(
    `DELETE FROM assignment_place WHERE candidate_id = $1
        AND EXISTS (SELECT 1 FROM consent WHERE candidate_id = $1 AND purpose = 'matching')
        AND NOT EXISTS (SELECT 1 FROM consent WHERE candidate_id = $1
                           AND purpose = 'matching' AND withdrawn_at IS NULL)`,
    [candidateId],
  );
}
