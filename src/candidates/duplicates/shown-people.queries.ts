import type { EntityManager } from 'typeorm';
import type { Candidate } from '../candidate.entity.ts';

/** The part of a record that tells who the candidate is, with the name of the agency. */
type ShownPerson = Pick<
  Candidate,
  | 'id' | 'reference' | 'givenName' | 'familyName' | 'birthOn' | 'nationalities'
  | 'residenceCountry' | 'residenceRegion' | 'createdAt' | 'updatedAt' // prettier-ignore
> & { agency: string };

/**
 * Finds the two records of a pair for the organisation that decides on it. They hold nothing of
 * what the candidate can do. Agreement of documents and contacts is shown only by the reasons of
 * the pair.
 */
export function findShownPeople(
  sql: EntityManager,
  ids: readonly string[],
): Promise<ShownPerson[]> {
  return sql.query<ShownPerson[]>(
    `SELECT c.id, o.name AS agency, reference, given_name AS "givenName", family_name AS "familyName",
            birth_on::text AS "birthOn", nationalities, residence_country AS "residenceCountry",
            residence_region AS "residenceRegion", c.created_at AS "createdAt", c.updated_at AS "updatedAt"
       FROM candidate c JOIN organisation o ON o.id = c.organisation_id
      WHERE c.id = ANY ($1) ORDER BY c.id`,
    [ids],
  );
}
