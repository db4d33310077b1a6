import { newId } from '../../../src/platform/database/new-id.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';

/**
 * Makes a national offer of Spain for Morocco with its opening entry in the ledger, and returns its
 * id.
 */
export async function openQuota(database: Database, seats: number): Promise<string> {
  const id = newId();
  await database.as(SYSTEM, async (sql) => {
    await sql.query(
      `INSERT INTO quota (id, state, partner_country, scope_scheme, starts_on, ends_on, seats,
                          ceiling, citation)
       VALUES ($1, 'ES', 'MA', 'any', '2026-01-01', '2026-12-31', $2, $2, 'test')`,
      [id, seats],
    );
    await sql.query(
      `INSERT INTO quota_entry (id, quota_id, act, seats, to_stage, reason)
       VALUES (new_id(), $1, 'open', $2, 'offered', 'test')`,
      [id, seats],
    );
  });
  return id;
}

/** Three records of the same seats, which must agree: the counters, the entries, the holdings. */
export interface ThreeStands {
  counters: Record<string, number>;
  entries: Record<string, number>;
  holdings: Record<string, number>;
}

const stages = ['offered', 'reserved', 'confirmed', 'used', 'outside'];

export async function standOf(database: Database, quotaId: string): Promise<ThreeStands> {
  const sums = stages.map(
    (stage) => `COALESCE(sum(seats) FILTER (WHERE to_stage = '${stage}'), 0)::int
      - COALESCE(sum(seats) FILTER (WHERE from_stage = '${stage}'), 0)::int AS ${stage}`,
  );
  const counts = ['reserved', 'confirmed', 'used'].map(
    (stage) => `count(*) FILTER (WHERE stage = '${stage}')::int AS ${stage}`,
  );
  const [counters, entries, holdings] = await database.as(SYSTEM, async (sql) => {
    const ask = async (statement: string): Promise<Record<string, number>> =>
      (await sql.query<Record<string, number>[]>(statement, [quotaId]))[0] ?? {};
    return [
      await ask(
        `SELECT seats AS offered, reserved, confirmed, used, outside FROM quota WHERE id = $1`,
      ),
      await ask(`SELECT ${sums.join(', ')} FROM quota_entry WHERE quota_id = $1`),
      await ask(`SELECT ${counts.join(', ')} FROM quota_holding WHERE quota_id = $1`),
    ] as const;
  });
  return { counters, entries, holdings };
}
