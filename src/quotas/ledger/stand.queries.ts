import type { EntityManager } from 'typeorm';
import type { Stage } from './quota-entry.entity.ts';

/** The seats of an offer at one moment, by stage. */
export type Stand = Record<Stage, number> & { taken: number; remaining: number };

/** As the entries up to `at` tell it, those of that very moment included. */
export async function standAsOf(sql: EntityManager, quotaId: string, at: Date): Promise<Stand> {
  const rows = await sql.query<{ stage: Stage; seats: number }[]>(
    `SELECT stage, sum(seats)::int AS seats
       FROM (SELECT to_stage AS stage, seats FROM quota_entry
              WHERE quota_id = $1 AND created_at <= $2
             UNION ALL
             SELECT from_stage, -seats FROM quota_entry
              WHERE quota_id = $1 AND created_at <= $2) AS moved
      WHERE stage IS NOT NULL GROUP BY stage`,
    [quotaId, at],
  );
  const seats = (wanted: Stage): number => rows.find(({ stage }) => stage === wanted)?.seats ?? 0;
  const { offered, reserved, confirmed, used, outside } = {
    offered: seats('offered'),
    reserved: seats('reserved'),
    confirmed: seats('confirmed'),
    used: seats('used'),
    outside: seats('outside'),
  };
  const taken = reserved + confirmed + used + outside;
  const remaining = Math.max(0, offered - taken);
  return { offered, reserved, confirmed, used, outside, taken, remaining };
}
