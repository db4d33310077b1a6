import type { EntityManager } from 'typeorm';

/** What a national offer has to cover. */
export interface QuotaNeed {
  state: string;
  /** ISCO-08 codes of the work. */
  isco: readonly string[];
  /** `F43.21`; null when unknown, and then no sector offer covers it. */
  nace: string | null;
  /** NUTS codes of the places. */
  regions: readonly string[];
  permitCategory: string;
  on: string;
}

export interface CoveringQuota {
  id: string;
  partnerCountry: string;
  remaining: number;
}

/** Every offer of the state that covers the work on that date, for all partner countries. */
export function findCoveringQuotas(sql: EntityManager, need: QuotaNeed): Promise<CoveringQuota[]> {
  const { state, on, isco, nace, regions, permitCategory } = need;
  return sql.query<CoveringQuota[]>(
    `SELECT id, partner_country AS "partnerCountry", GREATEST(0, seats - taken) AS remaining
       FROM quota
      WHERE state = $1 AND $2::date BETWEEN starts_on AND ends_on
        AND (scope_scheme = 'any'
             OR scope_scheme = 'isco' AND EXISTS (
                  SELECT 1 FROM unnest($3::text[]) own WHERE starts_with(own, scope_code))
             OR scope_scheme = 'nace' AND starts_with(
                  replace($4::text, '.', ''), replace(scope_code, '.', '')))
        AND (region IS NULL OR EXISTS (
               SELECT 1 FROM unnest($5::text[]) own WHERE starts_with(own, region)))
        AND (permit_category IS NULL OR permit_category = $6)
      ORDER BY id`,
    [state, on, isco, nace, regions, permitCategory],
  );
}
