import type { EntityManager } from 'typeorm';
import type { Stage } from './quota-entry.entity.ts';

/** The number of seats of an offer at each stage, at one moment. */
export type Stand = Record<Stage, number> & { taken: number; remaining: number };

/** The seats by stage at a given moment. */
export type StandAsOf = Stand & {
  /** @format date-time */
  asOf: string;
};

interface SeatsAtStage {
  quotaId: string;
  stage: Stage;
  seats: number;
}

/**
 * Adds to each offer its seats by stage, according to the entries made up to and including `at`.
 */
export async function withStands<Offer extends { id: string }>(
  sql: EntityManager,
  offers: readonly Offer[],
  at: Date,
): Promise<(Offer & Stand)[]> {
  const rows = await sql.query<SeatsAtStage[]>(
    `SELECT quota_id AS "quotaId", stage, sum(seats)::int AS seats
       FROM (SELECT quota_id, to_stage AS stage, seats FROM quota_entry
              WHERE quota_id = ANY ($1) AND created_at <= $2
             UNION ALL
             SELECT quota_id, from_stage, -seats FROM quota_entry
              WHERE quota_id = ANY ($1) AND created_at <= $2) AS moved
      WHERE stage IS NOT NULL GROUP BY quota_id, stage`,
    [offers.map(({ id }) => id), at],
  );
  return offers.map((offer) => ({
    ...offer,
    ...standOf(rows.filter(({ quotaId }) => quotaId === offer.id)),
  }));
}

/** Returns the seats by stage of one offer at `at`. */
export async function standAsOf(sql: EntityManager, id: string, at: Date): Promise<Stand> {
  const [{ id: _, ...stand }] = (await withStands(sql, [{ id }], at)) as [Stand & { id: string }];
  return stand;
}

function standOf(rows: readonly SeatsAtStage[]): Stand {
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
