import type { EntityManager } from 'typeorm';
import { copyOut } from '../../platform/database/copying/copy.ts';
import type { EngineCandidate } from './engine-candidate.ts';

/** As jobs count: a change is in every snapshot from the transaction on that made it. */
export interface Changes {
  /** Who changed, each once. */
  ids: string[];
  /** From where to ask next time. */
  seen: string;
}

const person = `json_build_object(
  'id', c.id, 'organisationId', c.organisation_id, 'birthOn', c.birth_on,
  'nationalities', c.nationalities, 'residenceCountry', c.residence_country,
  'residenceRegion', c.residence_region, 'residencePermits', c.residence_permits,
  'euFamilyMember', c.eu_family_member, 'rights', c.rights,
  'occupations', c.occupations, 'skills', c.skills,
  'languages', c.languages, 'educationLevel', c.education_level,
  'educationField', c.education_field, 'licences', c.licences,
  'desiredCountries', c.desired_countries, 'desiredOccupations', c.desired_occupations,
  'permitCategories', c.permit_categories, 'desiredPay', c.desired_pay, 'availableFromOn', c.available_from_on,
  'availableUntilOn', c.available_until_on,
  'previousStays', c.previous_stays || COALESCE((
    SELECT jsonb_agg(jsonb_build_object('returnedOn', s.returned_on) ORDER BY s.from_on)
      FROM verified_stay s WHERE s.candidate_id = c.id), '[]'),
  'consents', COALESCE((
    SELECT json_agg(json_build_object('countries', g.countries, 'sections', g.sections,
                                      'givenOn', g.given_on, 'expiresOn', g.expires_on,
                                      'withdrawnAt', g.withdrawn_at) ORDER BY g.id)
      FROM consent g WHERE g.candidate_id = c.id AND g.purpose = 'matching'), '[]'))`;

/** Whoever withdrew every consent is not there, as for whoever decides; nor one of two records of a person. */
const standing = `c.merged_into_id IS NULL AND (
  EXISTS (SELECT 1 FROM consent g WHERE g.candidate_id = c.id AND g.purpose = 'matching'
                                    AND g.withdrawn_at IS NULL)
  OR NOT EXISTS (SELECT 1 FROM consent g WHERE g.candidate_id = c.id AND g.purpose = 'matching'))`;

/** Everybody who may be looked at for a vacancy, an EngineCandidate each, for copiedJson to read. */
export function copyEverybody(sql: EntityManager): AsyncGenerator<Uint8Array> {
  return copyOut(sql, `SELECT ${person} FROM candidate c WHERE ${standing}`);
}

/** Whether there are more people than that. */
export async function hasMoreThan(sql: EntityManager, count: number): Promise<boolean> {
  const rows = await sql.query<unknown[]>('SELECT FROM candidate OFFSET $1 LIMIT 1', [count]);
  return rows.length > 0;
}

/** Those of `ids` who may be looked at. */
export async function readPeople(
  sql: EntityManager,
  ids: readonly string[],
): Promise<EngineCandidate[]> {
  const rows = await sql.query<{ person: EngineCandidate }[]>(
    `SELECT ${person} AS person FROM candidate c WHERE c.id = ANY ($1) AND ${standing}`,
    [ids],
  );
  return rows.map((row) => row.person);
}

/** Who changed in the transactions that `seen` had not yet seen the end of; null: nobody asked yet. */
export async function readChanges(sql: EntityManager, seen: string | null): Promise<Changes> {
  const [row] = await sql.query<{ ids: string[] | null; seen: string }[]>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS seen,
            (SELECT array_agg(DISTINCT id) FROM candidate_change, unnest(candidate_ids) AS id
              WHERE changed_in >= $1::text::xid8) AS ids`,
    [seen],
  );
  return { ids: row?.ids ?? [], seen: row?.seen ?? '0' };
}

/** What every engine has seen long ago. Engines look at each change within the day. */
export async function forgetChanges(sql: EntityManager): Promise<void> {
  await sql.query(`DELETE FROM candidate_change WHERE changed_at < now() - interval '2 days'`);
}
