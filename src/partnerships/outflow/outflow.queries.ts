import type { EntityManager } from 'typeorm';
import type { PressedSector } from '../pressed-sector.entity.ts';
import type { Known } from '../../platform/versions/recorded-version.ts';
import { rowsOf } from '../../platform/versions/versions.queries.ts';
import { isSameRegion } from './same-region.ts';
import type { MigrationFigure } from './migration-figure.entity.ts';

/** A line of a profile as it is now, or as it was at an earlier moment. */
export type KnownFigure = Known<MigrationFigure>;

/** A cap with the departures counted against it. */
export interface CapStanding {
  id: string;
  partnerCountry: string;
  isco: string | null;
  region: string | null;
  year: number;
  effects: string[];
  citation: string;
  /**
   * The number of people; null while the migration profile lacks the workforce that the share
   * needs.
   */
  limit: number | null;
  used: number;
}

/** Whether the application counted the entry, for a placement. */
const isPlaced = 'entry.placement_id IS NOT NULL';

/**
 * Decides whether an entry counts for an occupation by any of its ISCO codes. One without a code
 * does not, nor one coded less exactly, unless it belongs to a placement: people are held back by
 * the same codes, so that otherwise such work would never use up the number.
 */
const inOccupation = (group: string): string => `(
  EXISTS (SELECT 1 FROM unnest(entry.isco || entry.further_isco) AS own
           WHERE starts_with(own, ${group}) OR ${isPlaced} AND starts_with(${group}, own))
  OR ${isPlaced} AND entry.isco IS NULL)`;

/** Decides whether an entry counts for a sector, by its codes of the sector's scheme. */
const inSector = `CASE sector.scheme
  WHEN 'isco' THEN ${inOccupation('sector.code')}
  WHEN 'esco' THEN sector.code = ANY (entry.esco || entry.further_esco)
  WHEN 'nace' THEN starts_with(replace(entry.nace, '.', ''), replace(sector.code, '.', ''))
                   OR ${isPlaced} AND (entry.nace IS NULL OR starts_with(
                        replace(sector.code, '.', ''), replace(entry.nace, '.', ''))) END`;

/**
 * Finds the caps of the countries in the years. Regions are compared however they are written. A
 * share is taken of the latest workforce figure up to that year for exactly that occupation and
 * region, rounded down to whole people.
 * @param asOf uses caps, figures and departures as they were known then; null: as they are now
 */
export async function findCapStandings(
  sql: EntityManager,
  partnerCountries: readonly string[],
  years: readonly number[],
  asOf: Date | null = null,
): Promise<CapStanding[]> {
  const known = asOf && 'partner_country = ANY ($1) AND recorded_at <= $3';
  const rows = await sql.query<
    (Omit<CapStanding, 'limit' | 'used'> & { limit: string | null; left: LeftFrom[] })[]
  >(
    `SELECT cap.id, cap.partner_country AS "partnerCountry", cap.isco, cap.region, cap.year,
            cap.effects, cap.citation,
            COALESCE(cap.people, floor(cap.share_per_mille * figure.workforce / 1000)) AS limit,
            ARRAY(SELECT jsonb_build_object('region', entry.region, 'people', sum(entry.people),
                                            'isPlaced', ${isPlaced})
                    FROM outflow_entry entry
                   WHERE entry.partner_country = cap.partner_country
                     AND entry.left_on BETWEEN make_date(cap.year, 1, 1)
                                           AND make_date(cap.year, 12, 31)
                     AND ($3::timestamptz IS NULL OR entry.created_at <= $3)
                     AND (cap.isco IS NULL OR ${inOccupation('cap.isco')})
                   GROUP BY entry.region, ${isPlaced}) AS left
       FROM ${rowsOf('outflow_cap', known)} AS cap
       LEFT JOIN LATERAL (
         SELECT workforce FROM ${rowsOf('migration_figure', known)} AS figure
          WHERE partner_country = cap.partner_country AND workforce IS NOT NULL
            AND isco IS NOT DISTINCT FROM cap.isco AND region IS NOT DISTINCT FROM cap.region
            AND year <= cap.year
          ORDER BY year DESC LIMIT 1) figure ON true
      WHERE cap.partner_country = ANY ($1) AND cap.year = ANY ($2)
      ORDER BY cap.id`,
    [partnerCountries, years, asOf],
  );
  return rows.map(({ left, ...row }) => ({
    ...row,
    limit: row.limit === null ? null : Number(row.limit),
    used: left
      .filter((from) => isUnder(row.region, from))
      .reduce((sum, one) => sum + one.people, 0),
  }));
}

/** How many people left a region. `isPlaced`: through placements, which the application counts. */
interface LeftFrom {
  region: string | null;
  people: number;
  isPlaced: boolean;
}

/**
 * Returns whether departures count under the cap of a region; null for the whole country. A placed
 * person whose region is not on record may have left any region.
 */
function isUnder(capped: string | null, { region, isPlaced }: LeftFrom): boolean {
  if (capped === null) return true;
  return region === null ? isPlaced : isSameRegion(region, capped);
}

/**
 * Returns whether counting departures from the country can close anything, be it a cap or a
 * sector's exception.
 */
export async function limitsDepartures(
  sql: EntityManager,
  partnerCountry: string,
): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM outflow_cap WHERE partner_country = $1)
                 OR EXISTS (SELECT 1 FROM sector_exception WHERE partner_country = $1)`,
    [partnerCountry],
  );
  return rows.length > 0;
}

/**
 * Holds all other authorisations for people of the country until the transaction ends, so that two
 * at once do not both leave by the last place under a cap or an exception.
 */
export async function lockDepartures(sql: EntityManager, partnerCountry: string): Promise<void> {
  const key = `passerelle.departures.${partnerCountry}`;
  await sql.query('SELECT pg_advisory_xact_lock(hashtext($1))', [key]);
}

/**
 * Returns how many people may still leave under each pressed sector's exceptions for a state, for
 * work that begins on a date. All exceptions in force on that date add up, and a person who left
 * within several of them counts once. A sector without an exception is absent; the number may be
 * negative.
 * @param asOf uses sectors, exceptions and departures as they were known then; null: as they are
 * now
 */
export async function findExceptionsLeft(
  sql: EntityManager,
  sectorIds: readonly string[],
  { state, on, asOf = null }: { state: string; on: string; asOf?: Date | null },
): Promise<ReadonlyMap<string, number>> {
  const known = asOf && 'id = ANY ($1) AND recorded_at <= $4';
  const rows = await sql.query<{ sectorId: string; left: string }[]>(
    `WITH holding AS (
       SELECT * FROM sector_exception
        WHERE pressed_sector_id = ANY ($1) AND state = $2
          AND $3::date BETWEEN starts_on AND ends_on
          AND ($4::timestamptz IS NULL OR created_at <= $4))
     SELECT sector.id AS "sectorId", agreed.people - COALESCE(used.people, 0) AS left
       FROM ${rowsOf('pressed_sector', known)} AS sector
       JOIN (SELECT pressed_sector_id AS id, sum(people) AS people
               FROM holding GROUP BY pressed_sector_id) agreed ON agreed.id = sector.id,
       LATERAL (
         SELECT sum(entry.people) AS people FROM outflow_entry entry
          WHERE entry.partner_country = sector.partner_country AND entry.state = $2
            AND ($4::timestamptz IS NULL OR entry.created_at <= $4)
            AND ${inSector}
            AND EXISTS (SELECT 1 FROM holding
                         WHERE holding.pressed_sector_id = sector.id
                           AND entry.left_on BETWEEN holding.starts_on AND holding.ends_on)) used`,
    [sectorIds, state, on, asOf],
  );
  return new Map(rows.map(({ sectorId, left }) => [sectorId, Number(left)]));
}

/**
 * Finds the figures of the profile that bear on a sector: those for its occupation, a part of it,
 * or a group that contains it. Latest years first, at most 100.
 * @param asOf uses the figures as they were known then; null: as they are now
 */
export function findFigures(
  sql: EntityManager,
  { partnerCountry, scheme, code }: Pick<PressedSector, 'partnerCountry' | 'scheme' | 'code'>,
  asOf: Date | null,
): Promise<KnownFigure[]> {
  const known = asOf && 'partner_country = $1 AND recorded_at <= $3';
  const occupation = scheme === 'isco' ? code : null;
  return sql.query<KnownFigure[]>(
    `SELECT id, partner_country AS "partnerCountry", isco, region, year, workforce, vacancies,
            emigrated, source, version
       FROM ${rowsOf('migration_figure', known)} AS figure
      WHERE partner_country = $1
        AND (isco IS NULL OR starts_with(isco, $2) OR starts_with($2, isco))
      ORDER BY year DESC, id LIMIT 100`,
    [partnerCountry, occupation, ...(asOf ? [asOf] : [])],
  );
}
