import type { EntityManager } from 'typeorm';
import type { Candidate } from '../candidate.entity.ts';

/** A record as far as it takes to tell who somebody is, with the name of its agency. */
type ShownPerson = Pick<
  Candidate,
  | 'id' | 'reference' | 'givenName' | 'familyName' | 'birthOn' | 'nationalities'
  | 'residenceCountry' | 'residenceRegion' | 'createdAt' | 'updatedAt' // prettier-ignore
> & { agency: string };

/**
 * The two records of a pair, for whoever decides on it: nothing of what the person can do, and of
 * documents and ways to reach them only that they agree, which the reasons of the pair say.
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
