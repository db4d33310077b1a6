import type { EntityManager } from 'typeorm';

/** A request for one seat of each of several offers. */
interface SeatRequest {
  placementId: string;
  /** The organisation that asks. */
  by: string;
}

/** Requests covered by the same offers, in order of arrival. */
export interface SeatRequests {
  quotaIds: readonly string[];
  requests: readonly SeatRequest[];
  /** If fewer seats than this are left, no request gets one. 1 by default. */
  atLeast?: number;
  at: Date;
  reason: string;
}

/** What a reservation achieved. */
export interface Reserved {
  /** The placements that got their seats: the first ones in the order. */
  placementIds: ReadonlySet<string>;
  /** The offers that have no seat left now. */
  filled: string[];
}

/**
 * Locks offers until the transaction ends, always in the order of ids so that transactions cannot
 * deadlock.
 */
export async function lockQuotas(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query('SELECT 1 FROM quota WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
}

/**
 * Takes a seat of every covering offer for each request. A request gets a seat of all of them or of
 * none. The first requests in the order are served, as many as the scarcest offer has seats for.
 *
 * One statement moves the seats if they are there, and writes holdings and entries from the seats
 * it moved (guarantee G1). Serving many requests with one row update is what makes a contended
 * offer fast. A caller that reserves under several sets of offers in one transaction must lock all
 * of them first.
 */
export async function reserveSeats(sql: EntityManager, asked: SeatRequests): Promise<Reserved> {
  const { quotaIds, requests, atLeast = 1, at, reason } = asked;
  await lockQuotas(sql, quotaIds);
  const rows = await sql.query<{ quotaId: string; placementId: string; full: boolean }[]>(
    `WITH room AS (
       SELECT CASE WHEN min(seats - taken) >= $3::int AND count(*) = cardinality($1::uuid[])
                   THEN LEAST(min(seats - taken), $4::int) ELSE 0 END AS n
         FROM quota WHERE id = ANY ($1)),
     moved AS (
       UPDATE quota SET reserved = reserved + n, taken = taken + n
         FROM room WHERE id = ANY ($1) AND n > 0 AND taken + n <= seats
       RETURNING id, taken = seats AS "full"),
     chosen AS (
       SELECT placement_id, by_organisation
         FROM unnest($2::uuid[], $5::uuid[]) WITH ORDINALITY
                AS asked (placement_id, by_organisation, position), room
        WHERE position <= n),
     held AS (
       INSERT INTO quota_holding (quota_id, placement_id, stage, since)
       SELECT moved.id, placement_id, 'reserved', $6 FROM moved, chosen),
     entered AS (
       INSERT INTO quota_entry (id, quota_id, act, seats, to_stage, placement_id, reason,
                                organisation_id, created_at)
       SELECT new_id(), moved.id, 'reserve', 1, 'reserved', placement_id, $7, by_organisation, $6
         FROM moved, chosen)
     SELECT moved.id AS "quotaId", placement_id AS "placementId", "full" FROM moved, chosen`,
    [
      quotaIds,
      requests.map(({ placementId }) => placementId),
      atLeast,
      requests.length,
      requests.map(({ by }) => by),
      at,
      reason,
    ],
  );
  const placementIds = new Set(rows.map(({ placementId }) => placementId));
  if (rows.length !== placementIds.size * quotaIds.length) {
    throw new Error('Seats of some covering offers were taken without the others.');
  }
  const filled = new Set(rows.filter(({ full }) => full).map(({ quotaId }) => quotaId));
  return { placementIds, filled: [...filled] };
}
