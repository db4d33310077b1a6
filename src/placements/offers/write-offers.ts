import type { EntityManager } from 'typeorm';
import { lockQuotas } from '../../quotas/ledger/reserve-seats.ts';
import type { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import {
  findPendingRounds,
  holdDraws,
  isOpen,
  type PendingRound,
} from '../allocation/pending-rounds.queries.ts';
import { writeEvents } from '../steps/write-events.ts';
import type { Draft, OfferRequest, Outcome } from './draft.ts';

/** In the words of the index that counts them. */
const OPEN = `status IN ('waiting', 'offered', 'accepted', 'authorised', 'preparing', 'visa', 'entered',
                         'working')`;

/**
 * Writes offers with their seats in the one transaction of `sql`, however many requests share it:
 * each placement takes a seat of every national offer that covers it, or is not made.
 * @returns what became of each draft, request by request
 */
export async function writeOffers(
  sql: EntityManager,
  seats: QuotaSeats,
  requests: readonly OfferRequest[],
): Promise<Outcome[][]> {
  const outcomes = new Map<Draft, Outcome>();
  const settle = (drafts: readonly Draft[], outcome: Outcome): void => {
    for (const draft of drafts) outcomes.set(draft, outcome);
  };
  const all = requests.flatMap(({ drafts }) => drafts);
  const fitting = await withinPositions(sql, all);
  settle(
    all.filter((draft) => !fitting.has(draft)),
    'positions-filled',
  );
  const made = await insert(sql, [...fitting]);
  settle(
    [...fitting].filter((draft) => !made.has(draft.id)),
    'offered-before',
  );
  const quotaIds = [...new Set(all.flatMap((draft) => draft.quotaIds))];
  await holdDraws(sql, quotaIds);
  await lockQuotas(sql, quotaIds);
  const rounds = await findPendingRounds(sql, quotaIds);
  for (const { drafts, atLeast } of groupsOf(requests)) {
    const group = drafts.filter(({ id }) => made.has(id));
    const applied = applicationOf(group, atLeast, rounds);
    if (applied !== null) {
      settle(group, applied);
      continue;
    }
    const seated = await seat(sql, seats, group, atLeast);
    for (const draft of group) {
      const otherwise = draft.waitIfFull ? 'waiting' : 'no-seat';
      outcomes.set(draft, seated.has(draft.id) ? 'offered' : otherwise);
    }
  }
  await keepOutcomes(sql, outcomes);
  return requests.map(({ drafts }) => drafts.map((draft) => outcomes.get(draft) ?? 'no-seat'));
}

/** Where a covering offer has a round to come: whether the drafts, all alike, apply; null elsewhere. */
function applicationOf(
  [first]: readonly Draft[],
  atLeast: number,
  rounds: readonly PendingRound[],
): Outcome | null {
  const own = rounds.filter(({ quotaId }) => first?.quotaIds.includes(quotaId));
  if (!first || own.length === 0) return null;
  if (atLeast > 1) return 'no-floor-in-round';
  const today = first.createdAt.toISOString().slice(0, 10);
  return own.every((round) => isOpen(round, today)) ? 'applied' : 'round-closed';
}

/** No vacancy has more open placements than positions; the first in the order get them. */
async function withinPositions(
  sql: EntityManager,
  drafts: readonly Draft[],
): Promise<ReadonlySet<Draft>> {
  const ids = [...new Set(drafts.map(({ vacancyId }) => vacancyId))];
  // Locked first and counted then: a count in the locking statement would be of before the lock.
  await sql.query('SELECT 1 FROM vacancy WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids]);
  const rows = await sql.query<{ id: string; free: number }[]>(
    `SELECT id, positions - (SELECT count(*)::int FROM placement
                              WHERE vacancy_id = vacancy.id AND ${OPEN}) AS free
       FROM vacancy WHERE id = ANY ($1)`,
    [ids],
  );
  const free = new Map(rows.map((row) => [row.id, row.free]));
  return new Set(
    drafts.filter(({ vacancyId }) => {
      const left = free.get(vacancyId) ?? 0;
      free.set(vacancyId, left - 1);
      return left > 0;
    }),
  );
}

const columns = [
  'id', 'kind', 'status', 'status_on', 'vacancy_id', 'match_id', 'candidate_id', 'organisation_id',
  'agency_id', 'collective_offer_id', 'campaign_id', 'state', 'partner_country', 'permit_category',
  'quota_ids', 'starts_on', 'ends_on', 'answer_by_on', 'created_at',
].join(', '); // prettier-ignore

/** @returns the ids of those that are new; one open placement a person and vacancy is enough */
async function insert(sql: EntityManager, drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ id: string }[]>(
    `INSERT INTO placement (${columns})
     SELECT ${columns} FROM jsonb_populate_recordset(NULL::placement, $1::jsonb)
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(drafts.map(rowOf))],
  );
  return new Set(rows.map(({ id }) => id));
}

function rowOf(draft: Draft) {
  return {
    id: draft.id,
    kind: draft.kind,
    status: 'offered',
    status_on: draft.createdAt.toISOString().slice(0, 10),
    vacancy_id: draft.vacancyId,
    match_id: draft.matchId,
    candidate_id: draft.candidateId,
    organisation_id: draft.organisationId,
    agency_id: draft.agencyId,
    collective_offer_id: draft.collectiveOfferId,
    campaign_id: draft.campaignId,
    state: draft.state,
    partner_country: draft.partnerCountry,
    permit_category: draft.permitCategory,
    quota_ids: draft.quotaIds,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    answer_by_on: draft.answerByOn,
    created_at: draft.createdAt,
  };
}

/** Requests under the same offers share one statement; those with a floor stay by themselves. */
function groupsOf(requests: readonly OfferRequest[]): OfferRequest[] {
  const groups = new Map<string, { drafts: Draft[]; atLeast: number }>();
  for (const [number, { drafts, atLeast }] of requests.entries()) {
    for (const draft of drafts) {
      const floor = atLeast > 1 ? `${number}` : '';
      const key = `${floor}:${draft.quotaIds.toSorted().join()}`;
      const group = groups.get(key) ?? { drafts: [], atLeast };
      group.drafts.push(draft);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

async function seat(
  sql: EntityManager,
  seats: QuotaSeats,
  drafts: readonly Draft[],
  atLeast: number,
): Promise<ReadonlySet<string>> {
  const [first] = drafts;
  if (!first || first.quotaIds.length === 0) return new Set(drafts.map(({ id }) => id));
  const { placementIds } = await seats.reserve(sql, {
    quotaIds: first.quotaIds,
    requests: drafts.map(({ id, organisationId }) => ({ placementId: id, by: organisationId })),
    atLeast,
    at: first.createdAt,
    reason: 'Offered',
  });
  return placementIds;
}

async function keepOutcomes(
  sql: EntityManager,
  outcomes: ReadonlyMap<Draft, Outcome>,
): Promise<void> {
  const having = (wanted: Outcome): Draft[] =>
    [...outcomes].filter(([, outcome]) => outcome === wanted).map(([draft]) => draft);
  const offered = having('offered');
  const [waiting, applied] = [having('waiting'), having('applied')];
  const refused = [...having('no-seat'), ...having('round-closed'), ...having('no-floor-in-round')];
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
  // Somebody dealt with stays among the matches of the vacancy, whatever is decided anew.
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
  const happenedOn = createdAt.toISOString().slice(0, 10);
  const by = { organisationId, role: 'employer' as const };
  return { placementId: id, step, fromStatus: null, toStatus, happenedOn, createdAt, ...by };
}
