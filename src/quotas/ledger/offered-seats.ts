import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/database/new-id.ts';
import type { EntryOrigin } from './entry-origin.ts';
import { QuotaEntry } from './quota-entry.entity.ts';
import { lockQuotas } from './reserve-seats.ts';

/**
 * Records in the ledger what a ministry offers. `before` is null for a new offer; otherwise the
 * difference is entered, and nothing if there is none.
 */
export async function recordOfferedSeats(
  sql: EntityManager,
  quotaId: string,
  { before, after }: { before: number | null; after: number },
  { by, at, reason }: EntryOrigin,
): Promise<void> {
  const more = after - (before ?? 0);
  if (before !== null && more === 0) return;
  await sql.insert(QuotaEntry, {
    id: newId(),
    quotaId,
    act: before === null ? 'open' : more > 0 ? 'raise' : 'lower',
    seats: Math.abs(more),
    fromStage: more < 0 ? 'offered' : null,
    toStage: more < 0 ? null : 'offered',
    reason,
    organisationId: by,
    createdAt: at,
  });
}

/**
 * Moves free seats from one offer of a state to another. Either both offers change or neither.
 * @returns false if `from` has fewer free seats, or the two offers belong to different states
 */
export async function moveOfferedSeats(
  sql: EntityManager,
  { from, to, seats }: { from: string; to: string; seats: number },
  { by, at, reason }: EntryOrigin,
): Promise<boolean> {
  await lockQuotas(sql, [from, to]);
  const rows = await sql.query<unknown[]>(
    `WITH pair AS (
       SELECT a.id AS giver, b.id AS taker FROM quota a JOIN quota b ON b.state = a.state
        WHERE a.id = $1 AND b.id = $2 AND a.id <> b.id AND a.seats - a.taken >= $3::int),
     given AS (
       UPDATE quota SET seats = seats - $3::int, ceiling = GREATEST(seats - $3::int, taken),
                        version = version + 1
         FROM pair WHERE id = giver RETURNING id),
     came AS (
       UPDATE quota SET seats = seats + $3::int, ceiling = GREATEST(seats + $3::int, taken),
                        version = version + 1
         FROM pair WHERE id = taker RETURNING id)
     INSERT INTO quota_entry
       (id, quota_id, act, seats, from_stage, to_stage, reason, organisation_id, created_at)
     SELECT new_id(), id, 'move', $3::int, 'offered', NULL, $4, $5::uuid, $6::timestamptz FROM given
     UNION ALL
     SELECT new_id(), id, 'move', $3::int, NULL, 'offered', $4, $5::uuid, $6::timestamptz FROM came
     RETURNING id`,
    [from, to, seats, reason, by, at],
  );
  return rows.length === 2;
}
