import { type EntityManager, In } from 'typeorm';
import { findClosedGates } from '../matching/contracts/closed-gates.ts';
import { Match } from '../matching/match.entity.ts';
import { addDays } from '../platform/clock/calendar-days.ts';
import { utcDate } from '../platform/clock/utc-date.ts';
import { partsOf } from '../platform/lists/parts-of.ts';
import { IS_PENDING } from './allocation/pending-rounds.queries.ts';
import { DAYS_TO_ANSWER, findCoveringQuotaIds } from './offers/draft-offers.ts';
import { isSettled } from './offers/offers.errors.ts';
import { obstacleOf } from './offers/obstacle.ts';
import type { Placement } from './placement.entity.ts';

/**
 * How many waiting placements are examined at a time. Few seats are soon given, so most of a long
 * list need not be read.
 */
export const LOOKED_AT_ONCE = 50;

/** A placement that waits for a seat of each of its offers. */
export interface Waiting {
  id: string;
  quotaIds: string[];
  /** The employer. */
  by: string;
}

/**
 * A SQL condition on a placement: it waits, and its work has not begun on the day `$1`. Every offer
 * that covers it has a free seat and no pending round.
 */
const CAN_GET_SEAT = `placement.status = 'waiting' AND starts_on > $1::date
  AND NOT EXISTS (SELECT 1 FROM quota WHERE quota.id = ANY (quota_ids) AND taken >= seats)
  AND NOT EXISTS (SELECT 1 FROM allocation_round
                   WHERE quota_id = ANY (quota_ids) AND ${IS_PENDING})`;

/**
 * Finds the placements that wait for a seat of any of these offers and may get one on the day `on`.
 * First come those ranked by the last round, then the others in order of arrival.
 */
export function findWaiting(
  sql: EntityManager,
  quotaIds: readonly string[],
  on: string,
): Promise<Waiting[]> {
  return sql.query<Waiting[]>(
    `SELECT id, quota_ids AS "quotaIds", organisation_id AS by
       FROM placement WHERE quota_ids && $2::uuid[] AND ${CAN_GET_SEAT}
      ORDER BY queue_rank NULLS LAST, id`,
    [on, quotaIds],
  );
}

/** Finds the offers with free seats for which a placement waits. */
export function findOffersWaitedFor(
  sql: EntityManager,
  on: string,
): Promise<{ quotaId: string }[]> {
  return sql.query<{ quotaId: string }[]>(
    `SELECT DISTINCT unnest(quota_ids) AS "quotaId" FROM placement WHERE ${CAN_GET_SEAT} ORDER BY 1`,
    [on],
  );
}

/**
 * Returns which of these waiting placements may be given a seat. They may still be offered, and the
 * person has no other offer from the same seats to answer first.
 */
async function findServable(
  sql: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const offerable = await findOfferable(sql, ids, now);
  const answering = await findAnswering(sql, [...offerable]);
  return new Set([...offerable].filter((id) => !answering.has(id)));
}

/**
 * Returns how many newcomers may get a seat of all these offers, which are locked. It is what is
 * left after every waiting placement that may be served has its seat; `Infinity` if none waits.
 */
export async function roomBesideWaiting(
  sql: EntityManager,
  quotaIds: readonly string[],
  now: Date,
): Promise<number> {
  const waiting = await findWaiting(sql, quotaIds, utcDate(now));
  if (waiting.length === 0) return Infinity;
  const [row] = await sql.query<{ free: number }[]>(
    'SELECT min(seats - taken) AS free FROM quota WHERE id = ANY ($1)',
    [quotaIds],
  );
  let left = Math.max(0, row?.free ?? 0);
  const ids = waiting.map(({ id }) => id);
  for (const { some } of partsOf(ids, LOOKED_AT_ONCE)) {
    if (left === 0) break;
    left = Math.max(0, left - (await findServable(sql, some, now)).size);
  }
  return left;
}

/** The work of a vacancy `v`, as a placement keeps it. It applies until a post is offered. */
const WORK_NOW = `jsonb_build_object('isco', v.isco, 'esco', v.esco, 'nace', v.nace, 'locations', v.locations)`;

/** Offers waiting placements that have got their seats, for the work as it is now. */
export async function offerWaiting(
  sql: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<void> {
  await sql.query(
    `UPDATE placement SET status = 'offered', status_on = $2, version = placement.version + 1,
                          queue_rank = NULL, work = ${WORK_NOW},
                          answer_by_on = LEAST($3::date, placement.starts_on)
       FROM vacancy v WHERE v.id = vacancy_id AND placement.id = ANY ($1)`,
    [ids, today, addDays(today, DAYS_TO_ANSWER)],
  );
}

/** A post that waits, with the facts that decide whether it may still be offered. */
type Post = Pick<
  Placement,
  | 'id' | 'kind' | 'matchId' | 'candidateId' | 'vacancyId' | 'quotaIds' | 'partnerCountry' | 'state'
  | 'permitCategory' | 'startsOn' | 'work' // prettier-ignore
>;

/**
 * Returns which of these waiting placements may still be offered. The vacancy is open and its work
 * not over, and each of their offers still covers the work. No gate but a full offer is closed.
 * Every way of giving a seat to a waiting placement must check this.
 */
export async function findOfferable(
  sql: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const posts = await sql.query<Post[]>(
    `SELECT p.id, p.kind, p.match_id AS "matchId", p.candidate_id AS "candidateId",
            p.vacancy_id AS "vacancyId",
            p.quota_ids AS "quotaIds", p.partner_country AS "partnerCountry", p.state,
            p.permit_category AS "permitCategory", p.starts_on::text AS "startsOn",
            ${WORK_NOW} AS work
       FROM placement p JOIN vacancy v ON v.id = p.vacancy_id
      WHERE p.id = ANY ($1) AND v.status = 'open' AND v.merged_into_id IS NULL
        AND (v.ends_on IS NULL OR v.ends_on >= $2::date)
        AND v.state = p.state AND v.permit_category = p.permit_category`,
    [ids, utcDate(now)],
  );
  const open = await withoutGate(sql, posts, now);
  const covered = new Map<string, Promise<string[]>>();
  const offerable = new Set<string>();
  for (const post of open) {
    const { vacancyId, startsOn, permitCategory, partnerCountry } = post;
    const key = [vacancyId, startsOn, permitCategory, partnerCountry].join();
    const covering = covered.get(key) ?? findCoveringQuotaIds(sql, post, partnerCountry ?? '');
    covered.set(key, covering);
    const known = await covering;
    if (post.quotaIds.every((id) => known.includes(id))) offerable.add(post.id);
  }
  return offerable;
}

/**
 * Leaves out the posts that a gate closes. The stored decision on a person named tells of gates
 * that depend on other people; all others are checked anew, for the first day of the contract.
 */
async function withoutGate(sql: EntityManager, posts: readonly Post[], now: Date): Promise<Post[]> {
  const ids = posts.flatMap(({ matchId }) => matchId ?? []);
  const matches = ids.length > 0 ? await sql.findBy(Match, { id: In(ids) }) : [];
  const fit = new Set(
    matches
      .filter((match) => obstacleOf(match) !== 'gate' && !isSettled(match.outcome))
      .map(({ id }) => id),
  );
  const open = posts.filter(({ kind, matchId }) => kind === 'generic' || fit.has(matchId ?? ''));
  const closed = await findClosedGates(sql, open, { now, stage: 'offer' });
  return open.filter((post) => !closed.has(post));
}

/**
 * Finds the placements whose person has yet to answer another offer from these seats. A refusal
 * frees a seat, and the waiting list is then examined again.
 */
export async function findAnswering(
  sql: EntityManager,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT own.id FROM placement own
      WHERE own.id = ANY ($1) AND EXISTS (
        SELECT 1 FROM placement other
         WHERE other.candidate_id = own.candidate_id AND other.id <> own.id AND other.status = 'offered'
           AND EXISTS (SELECT 1 FROM quota_holding
                        WHERE placement_id = other.id AND quota_id = ANY (own.quota_ids))
           AND daterange(other.starts_on, other.ends_on, '[]')
                 && daterange(own.starts_on, own.ends_on, '[]'))`,
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}
