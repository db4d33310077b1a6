import type { EntityManager } from 'typeorm';
import { newId } from '../../../platform/database/new-id.ts';
import { changedCount } from '../../../platform/database/rows.ts';
import { ExchangeSource } from './exchange-source.entity.ts';

/**
 * Longer than one step of a poll can take, including its three tries and the pauses between them.
 */
const LEASE = '6 minutes';

/** The right of one process to poll a source, with the settings it had at the start. */
export interface SourceLease {
  source: ExchangeSource;
  /** The holder of the lease, a new id for every poll. */
  holder: string;
  /** Aborted when this process ends, which ends the poll. */
  stop: AbortSignal;
}

/**
 * Another process polls the source by now, its ministry has changed or paused it, or this process
 * ends.
 */
export class LeaseLost extends Error {}

/**
 * Takes the lease of a source. Returns null if another process holds it, or if the source is
 * paused.
 */
export async function takeLease(
  sql: EntityManager,
  id: string,
  stop: AbortSignal,
): Promise<SourceLease | null> {
  const holder = newId();
  const taken = await changedCount(
    sql,
    `UPDATE exchange_source SET leased_until = now() + $2::interval, leased_by = $3
      WHERE id = $1 AND NOT paused AND (leased_until IS NULL OR leased_until < now())`,
    [id, LEASE, holder],
  );
  const source = taken === 0 ? null : await sql.findOneBy(ExchangeSource, { id });
  return source && { source, holder, stop };
}

/**
 * Extends the lease for another step. No other process can take it until this transaction ends.
 * @throws LeaseLost if what this process has read must not be written any more
 */
export async function renewLease(
  sql: EntityManager,
  { source: { id, version }, holder, stop }: SourceLease,
): Promise<void> {
  if (stop.aborted) throw new LeaseLost();
  const renewed = await changedCount(
    sql,
    `UPDATE exchange_source SET leased_until = now() + $2::interval
      WHERE id = $1 AND leased_by = $3 AND version = $4`,
    [id, LEASE, holder, version],
  );
  if (renewed === 0) throw new LeaseLost();
}

/** Gives up the lease, if this poll still holds it. */
export async function endLease(
  sql: EntityManager,
  { source: { id }, holder }: SourceLease,
): Promise<void> {
  await sql.query(
    'UPDATE exchange_source SET leased_until = NULL WHERE id = $1 AND leased_by = $2',
    [id, holder],
  );
}

/**
 * Finds the sources that are due and have no poll queued. A queued poll runs in its turn, however
 * long a pause the source asks for.
 */
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
