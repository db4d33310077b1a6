import type { EntityManager } from 'typeorm';
import { withdrewMatching } from '../../candidates/consents.queries.ts';
import { changedRows } from '../../platform/database/rows.ts';

/**
 * Deletes the matches of those candidates who withdrew every consent to be matched. Also deletes
 * those of records merged into another, except matches that an employer has dealt with.
 *
 * @returns the ids of the vacancies that lost a match, each once
 */
export async function forgetMatches(sql: EntityManager, ids: readonly string[]): Promise<string[]> {
  const lost = await changedRows<{ vacancyId: string }>(
    sql,
    `DELETE FROM match m WHERE candidate_id = ANY ($1)
        AND (${withdrewMatching('m.candidate_id')}
          OR outcome IS NULL
             AND EXISTS (SELECT 1 FROM candidate
                          WHERE id = m.candidate_id AND merged_into_id IS NOT NULL))
     RETURNING vacancy_id AS "vacancyId"`,
    [ids],
  );
  return [...new Set(lost.map(({ vacancyId }) => vacancyId))];
}
