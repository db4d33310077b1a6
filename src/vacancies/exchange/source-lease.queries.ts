import type { EntityManager } from 'typeorm';
import { ExchangeSource } from './exchange-source.entity.ts';

/** Longer than one step of a poll can take, its three tries and the pauses between them included. */
const LEASE = '6 minutes';

/** Lets one process alone poll the source; null where another does, or where it is paused. */
export async function takeLease(sql: EntityManager, id: string): Promise<ExchangeSource | null> {
  const [, taken] = await sql.query<[unknown[], number]>(
    `UPDATE exchange_source SET leased_until = now() + $2::interval
      WHERE id = $1 AND NOT paused AND (leased_until IS NULL OR leased_until < now())`,
    [id, LEASE],
  );
  return taken === 0 ? null : sql.findOneBy(ExchangeSource, { id });
}

/** Holds it for another step, and makes what happens in this transaction wait for nobody else's. */
export async function renewLease(sql: EntityManager, id: string): Promise<void> {
  await sql.query('UPDATE exchange_source SET leased_until = now() + $2::interval WHERE id = $1', [
    id,
    LEASE,
  ]);
}

export async function endLease(sql: EntityManager, id: string): Promise<void> {
  await sql.query('UPDATE exchange_source SET leased_until = NULL WHERE id = $1', [id]);
}

/** Those whose time has come. */
export async function findDue(sql: EntityManager, now: Date): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    'SELECT id FROM exchange_source WHERE NOT paused AND next_poll_at <= $1 ORDER BY next_poll_at',
    [now],
  );
  return rows.map(({ id }) => id);
}
