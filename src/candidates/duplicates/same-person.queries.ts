import type { EntityManager } from 'typeorm';

/**
 * The recursive table expression `same_person (asked, id)`: for each id asked for, all records of
 * that person. These are the records merged into it and the one that it was merged into. `$1` are
 * the ids asked for.
 */
export const SAME_PERSON = `same_person AS (
  SELECT id AS asked, id, merged_into_id FROM candidate WHERE id = ANY ($1)
  UNION
  SELECT known.asked, c.id, c.merged_into_id FROM same_person known, LATERAL (
    SELECT id, merged_into_id FROM candidate WHERE id = known.merged_into_id
    UNION ALL
    SELECT id, merged_into_id FROM candidate WHERE merged_into_id = known.id) AS c)`;

/** Returns the ids of all records of a person, including the given one. */
export async function recordsOf(sql: EntityManager, candidateId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `WITH RECURSIVE ${SAME_PERSON} SELECT id FROM same_person`,
    [[candidateId]],
  );
  return rows.map(({ id }) => id);
}
