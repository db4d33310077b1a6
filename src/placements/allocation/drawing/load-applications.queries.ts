import { type EntityManager, In } from 'typeorm';
import { Match } from '../../../matching/match.entity.ts';
import { utcDate } from '../../../platform/clock/utc-date.ts';
import { lockQuotas } from '../../../quotas/ledger/reserve-seats.ts';
import type { AllocationRound } from '../allocation-round.entity.ts';
import { grantOf } from './batches.ts';
import { type Application, DRAW_VERSION, type DrawInputs } from './draw.ts';
import { findPendingRounds } from '../pending-rounds.queries.ts';
import { findOfferable } from '../../waiting-list.queries.ts';

/** An application with its owner. */
interface OwnedApplication extends Application {
  /** The employer. */
  organisationId: string;
}

interface Row extends Omit<OwnedApplication, 'wish' | 'appliedAt'> {
  matchId: string | null;
  createdAt: Date;
}

/**
 * Loads what a draw decides from, and the employer of each application by its id. The waiting
 * placements and the offers are locked until the transaction of `sql` ends.
 */
export async function loadInputs(
  sql: EntityManager,
  round: AllocationRound,
  { seed, now }: { seed: string; now: Date },
): Promise<{ inputs: DrawInputs; owners: ReadonlyMap<string, string> }> {
  const { mode, criteria, quotaId, batches, draws } = round;
  const rows = await findApplications(sql, quotaId, now);
  const wishes = await wishesOf(sql, rows);
  const applications = rows.map(({ createdAt, matchId, organisationId: _, ...row }) => ({
    ...row,
    appliedAt: createdAt.toISOString(),
    wish: wishes.get(matchId) ?? null,
  }));
  const ids = [...new Set([quotaId, ...rows.flatMap(({ quotaIds }) => quotaIds)])].toSorted();
  await lockQuotas(sql, ids);
  const quotas = await findSeats(sql, ids);
  const pending = (await findPendingRounds(sql, ids)).map((one) => one.quotaId);
  const free = quotas.find(({ id }) => id === quotaId)?.seats ?? 0;
  const inputs = {
    version: DRAW_VERSION,
    mode,
    criteria,
    seed,
    quotaId,
    grant: grantOf(free, { batches, batch: draws + 1 }),
    quotas,
    pending: pending.filter((id) => id !== quotaId).toSorted(),
    placed: await findPlaced(sql, round.id),
    applications,
  };
  return { inputs, owners: new Map(rows.map((row) => [row.id, row.organisationId])) };
}

/**
 * Finds the placements that wait for a seat of the offer, may still be offered, and whose work has
 * not begun. An erased person no longer waits.
 */
async function findApplications(sql: EntityManager, quotaId: string, now: Date): Promise<Row[]> {
  await sql.query(
    `SELECT 1 FROM placement WHERE status = 'waiting' AND quota_ids @> ARRAY[$1::uuid]
      ORDER BY id FOR UPDATE`,
    [quotaId],
  );
  const rows = await sql.query<Row[]>(
    `SELECT p.id, p.candidate_id AS "candidateId", p.vacancy_id AS "vacancyId",
            p.quota_ids AS "quotaIds", p.organisation_id AS "organisationId",
            p.match_id AS "matchId", p.created_at AS "createdAt", m.score,
            p.ends_on - p.starts_on + 1 AS "contractDays", v.isco,
            ARRAY(SELECT place ->> 'nuts' FROM jsonb_array_elements(v.locations) AS place
                   WHERE place ->> 'nuts' IS NOT NULL) AS regions,
            EXISTS (SELECT 1 FROM verified_stay s WHERE s.candidate_id = p.candidate_id) AS returned,
            EXISTS (SELECT 1 FROM trained_list_member t JOIN trained_list l ON l.id = t.list_id
                     WHERE t.candidate_id = p.candidate_id AND l.state = p.state
                       AND $2::date BETWEEN l.trained_on AND l.valid_until_on
                       AND EXISTS (SELECT 1 FROM unnest(v.isco) AS work
                                    WHERE starts_with(work, l.isco))) AS trained
       FROM placement p JOIN vacancy v ON v.id = p.vacancy_id
       LEFT JOIN match m ON m.id = p.match_id
      WHERE p.status = 'waiting' AND p.quota_ids @> ARRAY[$1::uuid] AND p.starts_on > $2::date
        AND (p.kind = 'generic' OR p.candidate_id IS NOT NULL)
      ORDER BY p.id`,
    [quotaId, utcDate(now)],
  );
  const ids = rows.map(({ id }) => id);
  const offerable = await findOfferable(sql, ids, now);
  return rows.filter(({ id }) => offerable.has(id));
}

async function wishesOf(
  sql: EntityManager,
  rows: readonly Row[],
): Promise<ReadonlyMap<string | null, number | null>> {
  const ids = rows.flatMap(({ matchId }) => matchId ?? []);
  const select = { id: true, contributions: true };
  const matches = await sql.find(Match, { select, where: { id: In(ids) } });
  return new Map(
    matches.map(({ id, contributions }) => [
      id,
      contributions.find(({ part }) => part === 'wishes')?.value ?? null,
    ]),
  );
}

/**
 * Finds the people who got a post by an earlier draw of the round and have neither refused nor lost
 * it.
 */
async function findPlaced(sql: EntityManager, roundId: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT DISTINCT p.candidate_id AS id
       FROM allocation_result r JOIN placement p ON p.id = r.placement_id
      WHERE r.round_id = $1 AND r.outcome = 'granted' AND p.candidate_id IS NOT NULL
        AND p.status NOT IN ('waiting', 'refused', 'denied', 'withdrawn', 'expired')
      ORDER BY id`,
    [roundId],
  );
  return rows.map(({ id }) => id);
}

function findSeats(sql: EntityManager, ids: readonly string[]): Promise<DrawInputs['quotas']> {
  return sql.query<{ id: string; seats: number }[]>(
    `SELECT id, GREATEST(0, seats - taken) AS seats FROM quota WHERE id = ANY ($1) ORDER BY id`,
    [ids],
  );
}
