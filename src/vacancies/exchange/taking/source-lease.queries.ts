import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/new-id.ts';
import { ExchangeSource } from './exchange-source.entity.ts';

/** Longer than one step of a poll can take, its three tries and the pauses between them included. */
const LEASE = '6 minutes';

/** One process alone polls a source, as it was set when it began. */
export interface SourceLease {
  source: ExchangeSource;
  /** Who holds it: another for every poll. */
  holder: string;
  /** Says when this process ends, and the poll with it. */
  stop: AbortSignal;
}

/** Another polls the source by now, its ministry has changed or paused it, or this process ends. */
export class LeaseLost extends Error {}

/** null where another process polls the source, or where it is paused. */
export async function takeLease(
  sql: EntityManager,
  id: string,
  stop: AbortSignal,
): Promise<SourceLease | null> {
  const holder = newId();
  const [, taken] = await sql.query<[unknown[], number]>(
    `UPDATE exchange_source SET leased_until = now() + $2::interval, leased_by = $3
      WHERE id = $1 AND NOT paused AND (leased_until IS NULL OR leased_until < now())`,
    [id, LEASE, holder],
  );
  const source = taken === 0 ? null : await sql.findOneBy(ExchangeSource, { id });
  return source && { source, holder, stop };
}

/**
 * Holds it for another step, and until this transaction ends nobody takes it.
 * @throws LeaseLost: what this process has read is not to be written any more
 */
export async function renewLease(
  sql: EntityManager,
  { source: { id, version }, holder, stop }: SourceLease,
): Promise<void> {
  if (stop.aborted) throw new LeaseLost();
  const [, renewed] = await sql.query<[unknown[], number]>(
    `UPDATE exchange_source SET leased_until = now() + $2::interval
      WHERE id = $1 AND leased_by = $3 AND version = $4`,
    [id, LEASE, holder, version],
  );
  if (renewed === 0) throw new LeaseLost();
}

export async function endLease(
  sql: EntityManager,
  { source: { id }, holder }: SourceLease,
): Promise<void> {
  await sql.query(
    'UPDATE exchange_source SET leased_until = NULL WHERE id = $1 AND leased_by = $2',
    [id, holder],
  );
}

/** Those whose time has come and for which no poll waits already: it asks whenever its turn comes, however long the source is to be left alone. */
export async function findDue(sql: EntityManager, now: Date): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM exchange_source s
      WHERE NOT paused AND next_poll_at <= $1 AND NOT EXISTS (
        SELECT FROM outbox
         WHERE job = 'exchange-source.due' AND payload ->> 'sourceId' = s.id::text
           AND done_at IS NULL AND failed_at IS NULL)
      ORDER BY next_poll_at`,
    [now],
  );
  return rows.map(({ id }) => id);
}
