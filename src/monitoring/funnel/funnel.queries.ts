import type { EntityManager } from 'typeorm';

/** The steps that the funnel counts, in order. */
export const funnelSteps = [
  'offer',
  'accept',
  'authorise',
  'issue-visa',
  'enter',
  'return',
] as const;
export type FunnelStep = (typeof funnelSteps)[number];

/** One step of one group: how many people reached it, and how long after the previous step. */
export interface FunnelCount {
  state: string;
  /** Null for people who need no reserved seat. */
  partnerCountry: string | null;
  /** The year of the first day of work. */
  year: number;
  quotaId: string | null;
  step: FunnelStep;
  reached: number;
  /** The number of them whose days are known. */
  timed: number;
  medianDays: number | null;
}

/** Steps that turn a waiting placement or an application into an offer. */
const LATER_OFFERS = ['allocate', 'seat-found'];

/**
 * Counts placements by state, partner country, year and, with `byQuota`, national offer. A
 * placement covered by several offers counts for each. Days are the difference of calendar dates.
 */
export function countFunnel(
  sql: EntityManager,
  { state, year, byQuota }: { state?: string; year?: number; byQuota: boolean },
): Promise<FunnelCount[]> {
  const quota = byQuota ? 'covering.quota_id' : 'NULL::uuid';
  const covering = byQuota
    ? `JOIN LATERAL (SELECT DISTINCT quota_id FROM quota_entry
                      WHERE placement_id = p.id AND act = 'reserve') AS covering ON true`
    : '';
  return sql.query<FunnelCount[]>(
    `WITH reached AS (
       SELECT placement_id, step, min(happened_on) AS happened_on
         FROM (SELECT placement_id, happened_on,
                      CASE WHEN step = ANY ($4::text[]) THEN 'offer' ELSE step END AS step
                 FROM placement_event WHERE step = ANY ($1::text[] || $4::text[])) AS event
        GROUP BY placement_id, step),
     timed AS (
       SELECT placement_id, step, happened_on - lag(happened_on) OVER (
                PARTITION BY placement_id ORDER BY array_position($1::text[], step)) AS days
         FROM reached)
     SELECT p.state, p.partner_country AS "partnerCountry",
            extract(year FROM p.starts_on)::int AS year, ${quota} AS "quotaId", step,
            count(*)::int AS reached, count(days)::int AS timed,
            percentile_cont(0.5) WITHIN GROUP (ORDER BY days)::float8 AS "medianDays"
       FROM timed JOIN placement p ON p.id = placement_id ${covering}
      WHERE ($2::text IS NULL OR p.state = $2)
        AND ($3::int IS NULL OR extract(year FROM p.starts_on) = $3)
      GROUP BY 1, 2, 3, 4, 5
      ORDER BY 1, 2 NULLS LAST, 3, 4 NULLS LAST, array_position($1::text[], step)`,
    [funnelSteps, state ?? null, year ?? null, LATER_OFFERS],
  );
}

/** Returns the seats of each national offer by its id, which are the start of its funnel. */
export async function seatsOffered(sql: EntityManager): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ id: string; seats: number }[]>('SELECT id, seats FROM quota');
  return new Map(rows.map(({ id, seats }) => [id, seats]));
}
