import type { EntityManager } from 'typeorm';
import { withdrewMatching } from '../../candidates/consents.queries.ts';

/** Deletes the places of those candidates who withdrew every consent to be matched. */
export async function forgetWithdrawn(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query(
    `DELETE FROM assignment_place p
      WHERE candidate_id = ANY ($1) AND ${withdrewMatching('p.candidate_id')}`,
    [ids],
  );
}
