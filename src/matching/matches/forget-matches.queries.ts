import type { EntityManager } from 'typeorm';

/**
 * Takes away the matches of those of the people who withdrew every consent to be matched; and, but for
 * what an employer has dealt with, of those whose other record is matched in place of this one.
 * @returns the vacancies that lost any
 */
export async function forgetMatches(sql: EntityManager, ids: readonly string[]): Promise<string[]> {
  const [lost] = await sql.query<[{ vacancyId: string }[]]>(
    `DELETE FROM match m WHERE candidate_id = ANY ($1)
        AND (EXISTS (SELECT 1 FROM consent
                      WHERE candidate_id = m.candidate_id AND purpose = 'matching')
             AND NOT EXISTS (SELECT 1 FROM consent
                              WHERE candidate_id = m.candidate_id AND purpose = 'matching'
                                AND withdrawn_at IS NULL)
          OR outcome IS NULL
             AND EXISTS (SELECT 1 FROM candidate
                          WHERE id = m.candidate_id AND merged_into_id IS NOT NULL))
     RETURNING vacancy_id AS "vacancyId"`,
    [ids],
  );
  return [...new Set(lost.map(({ vacancyId }) => vacancyId))];
}
