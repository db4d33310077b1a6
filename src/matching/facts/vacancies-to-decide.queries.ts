import type { EntityManager } from 'typeorm';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';

/** The columns of a vacancy that a decision needs. */
export type VacancyToDecide = Pick<
  Vacancy,
  | 'id' | 'organisationId' | 'state' | 'status' | 'mergedIntoId' | 'title' | 'description' | 'employerName'
  | 'nace' | 'isco' | 'esco' | 'schedule' | 'permitCategory' | 'languages' | 'skills' | 'experience'
  | 'educationLevel' | 'educationField' | 'licences' | 'locations' | 'pay' | 'startsOn' | 'endsOn'
  | 'applyUntilOn' | 'validUntilOn' | 'advertising' // prettier-ignore
>;

/**
 * Returns vacancies ordered by state and id, without long columns that decide nothing.
 * `description` holds only the first letter, because only its presence matters.
 */
export function findVacanciesToDecide(
  sql: EntityManager,
  ids: readonly string[],
): Promise<VacancyToDecide[]> {
  return sql.query<VacancyToDecide[]>(
    `SELECT id, organisation_id AS "organisationId", state, status, merged_into_id AS "mergedIntoId",
            title, left(description, 1) AS description, employer_name AS "employerName", nace, isco, esco,
            schedule, permit_category AS "permitCategory", languages, skills, experience,
            education_level AS "educationLevel", education_field AS "educationField", licences,
            locations, pay, starts_on::text AS "startsOn", ends_on::text AS "endsOn",
            apply_until_on::text AS "applyUntilOn", valid_until_on::text AS "validUntilOn", advertising
       FROM vacancy WHERE id = ANY ($1) ORDER BY state, id`,
    [ids],
  );
}
