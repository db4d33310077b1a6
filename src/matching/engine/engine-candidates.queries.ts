import type { EntityManager } from 'typeorm';
import { withdrewMatching } from '../../candidates/consents.queries.ts';
import {
  withMergedRecords,
  withSurvivors,
} from '../../candidates/duplicates/same-person.queries.ts';
import { copyOut } from '../../platform/database/copying/copy.ts';
import type { EngineCandidate } from './engine-candidate.ts';

/** The candidates who changed since an earlier call of readChanges. */
export interface Changes {
  /** The ids of the changed candidates, each once. */
  ids: string[];
  /**
   * The oldest transaction still running. Pass it to the next call, which may report a change twice
   * but misses none.
   */
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
      FROM verified_stay s WHERE s.candidate_id = ANY ${withMergedRecords('c.id')}), '[]'),
  'consents', COALESCE((
    SELECT json_agg(json_build_object('countries', g.countries, 'sections', g.sections,
                                      'givenOn', g.given_on, 'expiresOn', g.expires_on,
                                      'withdrawnAt', g.withdrawn_at) ORDER BY g.id)
      FROM consent g WHERE g.candidate_id = c.id AND g.purpose = 'matching'), '[]'))`;

/**
 * Leaves out candidates who withdrew every consent, as decisions do, and records merged into
 * another.
 */
const standing = `c.merged_into_id IS NULL AND NOT ${withdrewMatching('c.id')}`;

/**
 * Copies out every candidate who may be considered, as one EngineCandidate each, for copiedJson to
 * read.
 */
export function copyEverybody(sql: EntityManager): AsyncGenerator<Uint8Array> {
  return copyOut(sql, `SELECT ${person} FROM candidate c WHERE ${standing}`);
}

/** Returns whether there are more than `count` candidates. */
export async function hasMoreThan(sql: EntityManager, count: number): Promise<boolean> {
  const rows = await sql.query<unknown[]>('SELECT FROM candidate OFFSET $1 LIMIT 1', [count]);
  return rows.length > 0;
}

/** Returns those of `ids` who may be considered. The others are left out. */
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

/**
 * Returns the candidates changed by transactions that were still running at `seen` or began later,
 * and the records that they were merged into, which share their returns. With null, returns no ids,
 * only where to start.
 */
export async function readChanges(sql: EntityManager, seen: string | null): Promise<Changes> {
  const [row] = await sql.query<{ ids: string[] | null; seen: string }[]>(
    `WITH RECURSIVE ${withSurvivors(`SELECT unnest(candidate_ids) AS id FROM candidate_change
                                      WHERE changed_in >= $1::text::xid8`)}
     SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS seen,
            (SELECT array_agg(id) FROM with_survivors) AS ids`,
    [seen],
  );
  return { ids: row?.ids ?? [], seen: row?.seen ?? '0' };
}

/** Deletes changes older than two days. Every engine follows each change within a day. */
export async function forgetChanges(sql: EntityManager): Promise<void> {
  await sql.query(`DELETE FROM candidate_change WHERE changed_at < now() - interval '2 days'`);
}
