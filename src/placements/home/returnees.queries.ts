import type { EntityManager } from 'typeorm';
import type { AskedSkill } from '../../vacancies/formats/vacancy-draft.ts';

/** The work a person did abroad, in a placement that ended with a verified return. */
export interface GainedAbroad {
  candidateId: string;
  placementId: string;
  /** The state where it was, ISO 3166-1 alpha-2. */
  state: string;
  title: string;
  isco: string[];
  esco: string[];
  skills: AskedSkill[];
  /** Days of presence, first and last included. */
  days: number;
}

/**
 * Finds the caller's own candidates who are nationals or residents of a country and have come home,
 * latest return first; at most `limit`.
 */
export async function findReturnees(
  sql: EntityManager,
  country: string,
  limit: number,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT c.id FROM candidate c
       JOIN verified_stay s ON s.candidate_id = c.id
      WHERE $1 = ANY (c.nationalities) OR c.residence_country = $1
      GROUP BY c.id ORDER BY max(s.returned_on) DESC, c.id LIMIT $2`,
    [country, limit],
  );
  return rows.map(({ id }) => id);
}

/** Finds the work for which these people had verified stays. */
export function findGained(
  sql: EntityManager,
  candidateIds: readonly string[],
): Promise<GainedAbroad[]> {
  return sql.query<GainedAbroad[]>(
    `SELECT s.candidate_id AS "candidateId", s.placement_id AS "placementId", s.country AS state,
            v.title, v.isco, v.esco, v.skills, s.to_on - s.from_on + 1 AS days
       FROM verified_stay s
       JOIN placement p ON p.id = s.placement_id
       JOIN vacancy v ON v.id = p.vacancy_id
      WHERE s.candidate_id = ANY ($1) AND s.to_on >= s.from_on
      ORDER BY s.from_on, s.placement_id`,
    [candidateIds],
  );
}
