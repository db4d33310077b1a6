import type { EntityManager } from 'typeorm';
import type { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { lockQuotas } from '../../quotas/ledger/reserve-seats.ts';
import { utcDate } from '../../platform/clock/utc-date.ts';
import { findPendingRounds, holdDraws } from '../allocation/pending-rounds.queries.ts';
import { Placement } from '../placement.entity.ts';
import { writeEvents } from '../steps/write-events.ts';
import { type Draft, isPlacement, type OfferRequest, type Outcome } from './draft.ts';
import { giveSeats } from './give-seats.ts';

/** The condition of the index that counts open placements, word for word. */
const IS_OPEN = `status IN ('waiting', 'offered', 'accepted', 'authorised', 'preparing', 'visa', 'entered',
                         'working')`;

/**
 * Writes offers with their seats in the one transaction of `sql`, however many requests share it.
 * Each placement takes a seat of every national offer that covers it, or is not created.
 * @returns the outcome of each draft, request by request
 */
export async function writeOffers(
  sql: EntityManager,
  seats: QuotaSeats,
  requests: readonly OfferRequest[],
): Promise<Outcome[][]> {
  const all = requests.flatMap(({ drafts }) => drafts);
  const positions = await freePositions(sql, all);
  const made = await insert(sql, all);
  const quotaIds = [...new Set(all.flatMap((draft) => draft.quotaIds))];
  await holdDraws(sql, quotaIds);
  await lockQuotas(sql, quotaIds);
  const rounds = await findPendingRounds(sql, quotaIds);
  const supply = { sql, seats, rounds, positions };
  const outcomes = new Map<Draft, Outcome>();
  for (const request of poolsOf(requests)) {
    const given = await giveSeats(supply, request, ({ id }) => made.has(id));
    for (const [draft, outcome] of given) outcomes.set(draft, outcome);
  }
  await keepOutcomes(sql, outcomes);
  return requests.map(({ drafts }) => drafts.map((draft) => outcomes.get(draft) ?? 'no-seat'));
}

/** Requests without a floor are served as one. Each request with a floor is served separately. */
function poolsOf(requests: readonly OfferRequest[]): OfferRequest[] {
  const [free, floored] = [
    requests.filter(({ atLeast }) => atLeast <= 1),
    requests.filter(({ atLeast }) => atLeast > 1),
  ];
  return [{ drafts: free.flatMap(({ drafts }) => drafts), atLeast: 1 }, ...floored];
}

/**
 * Returns how many more open placements each vacancy may have. The vacancies are locked, so the
 * numbers stay true.
 */
async function freePositions(
  sql: EntityManager,
  drafts: readonly Draft[],
): Promise<Map<string, number>> {
  const ids = [...new Set(drafts.map(({ vacancyId }) => vacancyId))];
  // Lock first and count afterwards. A count in the locking statement would predate the lock.
  await sql.query('SELECT 1 FROM vacancy WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
  const rows = await sql.query<{ id: string; free: number }[]>(
    `SELECT id, positions - (SELECT count(*)::int FROM placement
                              WHERE vacancy_id = vacancy.id AND ${IS_OPEN}) AS free
       FROM vacancy WHERE id = ANY ($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row.free]));
}

/**
 * @returns the ids of the placements that are new; a person has at most one open placement per
 * vacancy
 */
async function insert(sql: EntityManager, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
  const { columns } = sql.dataSource.getMetadata(Placement);
  // As one JSON, since a statement takes no more than 65,535 parameters.
  const placements = drafts.map(placementOf).map((placement) => {
    return Object.fromEntries(
      columns.map((one) => [one.databaseName, one.getEntityValue(placement)]),
    );
  });
  const rows = await sql.query<{ id: string }[]>(
    `INSERT INTO placement SELECT * FROM jsonb_populate_recordset(NULL::placement, $1::jsonb)
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(placements)],
  );
  return new Set(rows.map(({ id }) => id));
}

function placementOf(draft: Draft): Omit<Placement, 'returnedOn' | 'queueRank'> {
  const statusOn = utcDate(draft.createdAt);
  return { ...draft, status: 'offered', statusOn, employerBreach: false, version: 1 };
}

async function keepOutcomes(
  sql: EntityManager,
  outcomes: ReadonlyMap<Draft, Outcome>,
): Promise<void> {
  const having = (wanted: Outcome): Draft[] =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([draft]) => draft);
  const offered = having('offered');
  const [waiting, applied] = [having('waiting'), having('applied')];
  const refused = [...outcomes]
    .filter(([, outcome]) => !isPlacement(outcome) && outcome !== 'offered-before')
    .map(([draft]) => draft);
  const ids = (drafts: readonly Draft[]): string[] => drafts.map(({ id }) => id);
  if (refused.length > 0) {
    await sql.query('DELETE FROM placement WHERE id = ANY ($1)', [ids(refused)]);
  }
  const queued = ids([...waiting, ...applied]);
  if (queued.length > 0) {
    await sql.query(`UPDATE placement SET status = 'waiting' WHERE id = ANY ($1)`, [queued]);
  }
  await writeEvents(sql, [
    ...offered.map((draft) => eventOf(draft, 'offer', 'offered')),
    ...waiting.map((draft) => eventOf(draft, 'wait', 'waiting')),
    ...applied.map((draft) => eventOf(draft, 'apply', 'waiting')),
  ]);
  // A match that was dealt with stays among the matches of the vacancy, whatever is decided later.
  const placed = [...offered, ...waiting, ...applied];
  const matchIds = placed.flatMap(({ matchId }) => matchId ?? []);
  await sql.query(
    `UPDATE match SET outcome = 'invited', outcome_at = $2, version = version + 1
      WHERE id = ANY ($1) AND outcome IS NULL`,
    [matchIds, placed[0]?.createdAt ?? null],
  );
}

function eventOf(draft: Draft, step: 'offer' | 'wait' | 'apply', toStatus: 'offered' | 'waiting') {
  const { id, createdAt, organisationId } = draft;
  const happenedOn = utcDate(createdAt);
  const by = { organisationId, role: 'employer' as const };
  return { placementId: id, step, fromStatus: null, toStatus, happenedOn, createdAt, ...by };
}
