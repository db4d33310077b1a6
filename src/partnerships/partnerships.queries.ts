import type { EntityManager } from 'typeorm';
import { isWithin } from '../platform/clock/is-within.ts';
import type { Partnership } from './partnership.entity.ts';
import type { PressedSector } from './pressed-sector.entity.ts';
import { datedKinds } from './versions/dated-kinds.ts';
import { findDated } from '../platform/versions/versions.queries.ts';

/**
 * Finds the partnerships in force with a state on a date.
 * @param asOf uses the partnerships as they were known then; null: as they are now
 */
export async function findPartnershipsInForce(
  sql: EntityManager,
  state: string,
  on: string,
  asOf: Date | null = null,
): Promise<Omit<Partnership, 'createdAt'>[]> {
  const all = await findDated(sql, datedKinds.partnership, asOf);
  return all.filter(
    (one) =>
      one.status === 'in-force' &&
      one.states.includes(state) &&
      isWithin(on, one.startsOn, one.endsOn),
  );
}

/**
 * A SQL table of all terms that pressed sectors have had. `replaced_at` is when the next terms were
 * recorded; null for the latest. A sector has one country; naming it lets PostgreSQL read only the
 * countries asked for.
 */
const SECTOR_TERMS = `(
  SELECT *, lead(recorded_at) OVER (PARTITION BY id, partner_country ORDER BY version) AS replaced_at
    FROM pressed_sector_version)`;

/** A SQL query for the days on which sectors begin and end by any of their terms, each once. */
export const SECTOR_DAYS = `
  SELECT DISTINCT (content ->> 'startsOn')::date AS starts_on, (content ->> 'endsOn')::date AS ends_on,
         replaced_at
    FROM ${SECTOR_TERMS} AS terms WHERE content -> 'liftedAt' = 'null'`;

/**
 * Finds the pressed sectors of the countries in force on a date. A sector that was lifted,
 * shortened or narrowed still applies, as it was named before, to requests made before the change
 * (`askedAt`): no such change revives them. The latest terms of a sector come first.
 * @param asOf uses the sectors as they were known then, so a change recorded later has not happened
 * yet; null: as they are now
 */
export async function findPressedSectorsInForce(
  sql: EntityManager,
  partnerCountries: readonly string[],
  on: string,
  { askedAt, asOf = null }: { askedAt: Date | null; asOf?: Date | null },
): Promise<Omit<PressedSector, 'createdAt'>[]> {
  const rows = await sql.query<{ content: Omit<PressedSector, 'createdAt'> }[]>(
    `SELECT content FROM ${SECTOR_TERMS} AS terms
      WHERE partner_country = ANY ($1) AND ($3::timestamptz IS NULL OR recorded_at <= $3)
        AND (replaced_at IS NULL OR replaced_at > LEAST($2::timestamptz, $3))
      ORDER BY id, version DESC`,
    [partnerCountries, askedAt, asOf],
  );
  return rows
    .map(({ content }) => content)
    .filter((one) => one.liftedAt === null && isWithin(on, one.startsOn, one.endsOn));
}
