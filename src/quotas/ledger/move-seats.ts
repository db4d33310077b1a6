import type { EntityManager } from 'typeorm';
import type { EntryOrigin } from './entry-origin.ts';

type HeldStage = 'reserved' | 'confirmed' | 'used';

/**
 * The stage at which each act finds a held seat, and the stage it moves the seat to. `to: null`
 * means that the seat becomes free again.
 */
const moves = {
  confirm: [{ from: 'reserved', to: 'confirmed' }],
  use: [{ from: 'confirmed', to: 'used' }],
  release: [
    { from: 'reserved', to: null },
    { from: 'confirmed', to: null },
  ],
  expire: [{ from: 'reserved', to: null }],
} as const satisfies Record<string, readonly { from: HeldStage; to: HeldStage | null }[]>;

/** An act on a seat that a placement holds. */
export type HeldAct = keyof typeof moves;

export interface Moved {
  /** The offers that have more free seats than before. */
  freed: string[];
  /** The offers among `freed` that had no free seat before. */
  opened: string[];
}

/**
 * Moves every seat that the placements hold at the stages which the act applies to. Repeating the
 * call finds no such seat and does nothing, so a retry never moves a seat twice.
 * @param only the offers to which the move is limited; null for all
 */
export async function moveHeldSeats(
  sql: EntityManager,
  placementIds: readonly string[],
  act: HeldAct,
  entered: EntryOrigin,
  only: readonly string[] | null = null,
): Promise<Moved> {
  if (placementIds.length === 0) return { freed: [], opened: [] };
  await lockHeld(sql, placementIds);
  const freed: { id: string; opened: boolean }[] = [];
  for (const { from, to } of moves[act]) {
    const statement = to === null ? giveBack(from) : advance(from, to);
    const { by, at, reason } = entered;
    const rows = await sql.query<typeof freed>(statement, [
      placementIds,
      act,
      reason,
      by,
      at,
      only,
    ]);
    if (to === null) freed.push(...rows);
  }
  return {
    freed: [...new Set(freed.map(({ id }) => id))],
    opened: [...new Set(freed.filter(({ opened }) => opened).map(({ id }) => id))],
  };
}

async function lockHeld(sql: EntityManager, placementIds: readonly string[]): Promise<void> {
  await sql.query(
    `SELECT 1 FROM quota
      WHERE id IN (SELECT quota_id FROM quota_holding WHERE placement_id = ANY ($1))
      ORDER BY id FOR NO KEY UPDATE`,
    [placementIds],
  );
}

const held = (stage: HeldStage): string =>
  `placement_id = ANY ($1) AND stage = '${stage}' AND ($6::uuid[] IS NULL OR quota_id = ANY ($6))`;

const advance = (from: HeldStage, to: HeldStage): string =>
  statement(
    `UPDATE quota_holding SET stage = '${to}', since = $5
      WHERE ${held(from)} RETURNING quota_id, placement_id`,
    `${from} = ${from} - n, ${to} = ${to} + n`,
    `'${from}', '${to}'`,
  );

const giveBack = (from: HeldStage): string =>
  statement(
    `DELETE FROM quota_holding
      WHERE ${held(from)} RETURNING quota_id, placement_id`,
    `${from} = ${from} - n, taken = taken - n, ceiling = GREATEST(seats, taken - n)`,
    `'${from}', NULL`,
  );

/**
 * One statement for holdings, counters and entries. Each part works on the rows that the previous
 * one returned.
 */
const statement = (held: string, counters: string, stages: string): string =>
  `WITH held AS (${held}),
   counted AS (SELECT quota_id, count(*)::int AS n FROM held GROUP BY quota_id),
   moved AS (
     UPDATE quota SET ${counters} FROM counted WHERE id = quota_id
     RETURNING id, taken < seats AND taken + n >= seats AS opened),
   entered AS (
     INSERT INTO quota_entry (id, quota_id, act, seats, from_stage, to_stage, placement_id, reason,
                              organisation_id, created_at)
     SELECT new_id(), quota_id, $2, 1, ${stages}, placement_id, $3, $4::uuid, $5::timestamptz
       FROM held)
   SELECT id, opened FROM moved`;
