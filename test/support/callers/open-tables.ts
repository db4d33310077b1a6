import type { EntityManager } from 'typeorm';
import type { OrganisationRole } from '../../../src/platform/database/tenant.ts';

/**
 * Tables that every tenant may read: agreements and the law, what is announced to all, the tenant's
 * own organisation and key, and texts and versions that decisions share.
 */
const open = [
  'allocation_round', 'api_key', 'assignment', 'candidate_index_state', 'decision_versions',
  'law_rule_version', 'migration_figure', 'migration_figure_version', 'organisation', 'outflow_cap',
  'outflow_cap_version', 'partnership', 'partnership_version', 'pressed_sector',
  'pressed_sector_version', 'sector_exception', 'verdict_list',
]; // prettier-ignore

/** What one role may read of others: lists and offers without people, or its country's. */
const openTo: Partial<Record<OrganisationRole, readonly string[]>> = {
  agency: ['home_vacancy'],
  employer: ['trained_list'],
  monitor: [
    'assignment_figures', 'exchange_source', 'quota', 'quota_entry', 'quota_holding', 'quota_version',
    'trained_list',
  ],
}; // prettier-ignore

/** Returns the tables in which a tenant of the role may find rows that others made. */
export function openTablesOf(role: OrganisationRole): readonly string[] {
  return [...open, ...(openTo[role] ?? [])];
}

/** Returns the tables of the application that meet a condition on `pg_class`, called `c`. */
export async function tablesWith(sql: EntityManager, condition: string): Promise<string[]> {
  const rows = await sql.query<{ name: string }[]>(
    `SELECT c.relname AS name FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND ${condition}
      ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}
