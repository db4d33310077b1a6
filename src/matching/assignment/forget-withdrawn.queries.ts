import type { EntityManager } from 'typeorm';

/** Nothing is kept of an assignment about people who withdrew every consent to be matched. */
export async function forgetWithdrawn(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query(
    `DELETE FROM assignment_place p WHERE candidate_id = ANY ($1)
        AND EXISTS (SELECT 1 FROM consent
                     WHERE candidate_id = p.candidate_id AND purpose = 'matching')
        AND NOT EXISTS (SELECT 1 FROM consent
                         WHERE candidate_id = p.candidate_id AND purpose = 'matching'
                           AND withdrawn_at IS NULL)`,
    [ids],
  );
}
