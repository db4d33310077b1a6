import type { EntityManager } from 'typeorm';
import {
  findDated,
  recordVersion,
  rowsOf,
  type Which,
} from '../platform/versions/versions.queries.ts';
import { getOne } from '../platform/database/rows.ts';
import { withStands } from './ledger/stand.queries.ts';
import { Quota, type QuotaTerms } from './quota.entity.ts';
import { QuotaVersion } from './quota-version.entity.ts';
import { type KnownQuota, viewOf } from './quotas.dto.ts';
import { quotaNotFound } from './quotas.errors.ts';

/** The work that a national offer has to cover. */
export interface QuotaNeed {
  state: string;
  /** ISCO-08 codes of the work. */
  isco: readonly string[];
  /**
   * NACE code such as `F43.21`, or null if unknown. No NACE offer covers work whose code is
   * unknown.
   */
  nace: string | null;
  /** NUTS codes of the places of work. */
  regions: readonly string[];
  permitCategory: string;
  on: string;
}

export interface CoveringQuota {
  id: string;
  partnerCountry: string;
  remaining: number;
}

/** Returns an offer as it is now. @throws ProblemError 404 */
export function getQuota(sql: EntityManager, id: string): Promise<Quota> {
  return getOne(sql, Quota, { id }, quotaNotFound);
}

/**
 * Finds every offer of the state that covers the work on the date, for all partner countries, in
 * the order of ids.
 * @param asOf uses the terms and the ledger as they were known then; null: as they are now
 */
export async function findCoveringQuotas(
  sql: EntityManager,
  need: QuotaNeed,
  asOf: Date | null = null,
): Promise<CoveringQuota[]> {
  const { state, on, isco, nace, regions, permitCategory } = need;
  const known = asOf && `content ->> 'state' = $1 AND recorded_at <= $7`;
  const found = await sql.query<CoveringQuota[]>(
    `SELECT id, partner_country AS "partnerCountry", GREATEST(0, seats - taken) AS remaining
       FROM ${rowsOf('quota', known)} AS quota
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
    [state, on, isco, nace, regions, permitCategory, ...(asOf ? [asOf] : [])],
  );
  if (asOf === null) return found;
  const then = await withStands(sql, found, asOf);
  return then.map(({ id, partnerCountry, remaining }) => ({ id, partnerCountry, remaining }));
}

/** Finds offers by the terms and the ledger as they were known at a moment, in the order of ids. */
export async function findQuotasKnown(
  sql: EntityManager,
  asOf: Date,
  which: Which,
): Promise<KnownQuota[]> {
  const kind = { now: Quota, versions: QuotaVersion };
  const found = await findDated<QuotaTerms>(sql, kind, asOf, which);
  return (await withStands(sql, found, asOf)).map(({ offered: _, ...quota }) => viewOf(quota));
}

/** Records the terms of an offer that was created or changed, in the same transaction. */
export async function recordTerms(sql: EntityManager, quota: Quota, at: Date): Promise<void> {
  const { taken: _, reserved: __, confirmed: ___, used: ____, outside: _____, ...terms } = quota;
  await recordVersion(sql, QuotaVersion, terms, at);
}
