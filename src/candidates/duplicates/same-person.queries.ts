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

/**
 * An SQL array of a record and of all records merged into it, for queries on all candidates: it
 * costs one look-up for each who has none.
 */
export const withMergedRecords = (id: string): string => `(
  CASE WHEN EXISTS (SELECT FROM candidate WHERE merged_into_id = ${id})
       THEN ARRAY(
         WITH RECURSIVE record AS (
           SELECT ${id} AS id
           UNION ALL
           SELECT merged.id FROM record JOIN candidate merged ON merged.merged_into_id = record.id)
         SELECT id FROM record)
       ELSE ARRAY[${id}] END)`;

/**
 * The recursive table expression `with_survivors (id)`: the records that `ids`, a query with the
 * column `id`, returns, and those they were merged into.
 */
export const withSurvivors = (ids: string): string => `with_survivors AS (
  ${ids}
  UNION
  SELECT merged_into_id FROM with_survivors JOIN candidate USING (id)
   WHERE merged_into_id IS NOT NULL)`;

/** Returns the ids of all records of a person, including the given one. */
export async function recordsOf(sql: EntityManager, candidateId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `WITH RECURSIVE ${SAME_PERSON} SELECT id FROM same_person`,
    [[candidateId]],
  );
  return rows.map(({ id }) => id);
}
