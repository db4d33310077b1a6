import type { EntityManager } from 'typeorm';

/** A candidate trained for work in a state, and the last day on which that gives precedence. */
export interface TrainedPerson {
  candidateId: string;
  untilOn: string;
}

interface Work {
  state: string;
  isco: readonly string[];
  on: string;
}

/**
 * Returns candidates whom valid lists name as trained for the work in the state, by id, and the
 * records that they were merged into.
 */
export function findTrainedPeople(
  sql: EntityManager,
  { state, isco, on }: Work,
): Promise<TrainedPerson[]> {
  return sql.query<TrainedPerson[]>(
    `WITH RECURSIVE trained AS (
       SELECT t.candidate_id AS id, l.valid_until_on AS until_on
         FROM trained_list l JOIN trained_list_member t ON t.list_id = l.id
        WHERE l.state = $1 AND $2::date BETWEEN l.trained_on AND l.valid_until_on
          AND EXISTS (SELECT 1 FROM unnest($3::text[]) AS work WHERE starts_with(work, l.isco))
       UNION
       SELECT merged_into_id, until_on FROM trained JOIN candidate USING (id)
        WHERE merged_into_id IS NOT NULL)
     SELECT id AS "candidateId", max(until_on)::text AS "untilOn"
       FROM trained GROUP BY id ORDER BY id`,
    [state, on, isco],
  );
}
