import type { EntityManager } from 'typeorm';
import { utcDate } from '../../platform/clock/utc-date.ts';
import { groupsOf } from '../../platform/lists/groups-of.ts';
import { putJobs } from '../../platform/queue/outbox.ts';
import type { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { isOpen, type PendingRound } from '../allocation/pending-rounds.queries.ts';
import { roomBesideWaiting } from '../waiting-list.queries.ts';
import { type Draft, isPlacement, type OfferRequest, type Outcome } from './draft.ts';

/** What all requests in one transaction share. The national offers and the vacancies are locked. */
export interface Supply {
  sql: EntityManager;
  seats: QuotaSeats;
  /** The pending rounds of any of the offers. */
  rounds: readonly PendingRound[];
  /** Positions left, by vacancy. Those given are subtracted. */
  positions: Map<string, number>;
}

/**
 * Gives positions and seats to drafts in order. Only a draft that becomes a placement takes a
 * position. If fewer than `atLeast` drafts of a request get seats, none does: those with a seat
 * wait if enough drafts can, and otherwise none becomes a placement.
 * @returns the outcome of each draft
 */
export async function giveSeats(
  supply: Supply,
  { drafts, atLeast }: OfferRequest,
  isNew: (draft: Draft) => boolean,
): Promise<ReadonlyMap<Draft, Outcome>> {
  const { sql, positions } = supply;
  const floor = Math.min(atLeast, drafts.length);
  const before = new Map(positions);
  if (floor > 1) await sql.query('SAVEPOINT floor');
  const outcomes = new Map<Draft, Outcome>();
  const known = drafts.filter((draft) => !isNew(draft));
  for (const draft of known) outcomes.set(draft, 'offered-before');
  await giveInOrder(supply, drafts.filter(isNew), { floor, outcomes });
  const all = drafts.map((draft) => outcomes.get(draft) ?? 'no-seat');
  if (floor <= 1 || all.filter((outcome) => outcome === 'offered').length >= floor) return outcomes;
  await sql.query('ROLLBACK TO SAVEPOINT floor');
  const mayWait = all.filter(isPlacement).length >= floor;
  const against = all.find((outcome) => !isPlacement(outcome)) ?? 'no-seat';
  if (!mayWait) supply.positions = before;
  for (const [draft, outcome] of outcomes) {
    if (!mayWait && isPlacement(outcome)) outcomes.set(draft, against);
    const seated = outcome === 'offered' && draft.quotaIds.length > 0;
    if (mayWait && seated) outcomes.set(draft, 'waiting');
  }
  return outcomes;
}

/** The outcome of drafts under the same national offers once no seat is left for them. */
type Otherwise = (draft: Draft) => Outcome;

const waitOrLeave: Otherwise = ({ waitIfFull }) => (waitIfFull ? 'waiting' : 'no-seat');

/**
 * Serves drafts in order. Positions that come free go to the next drafts, until no position or no
 * draft is left.
 */
async function giveInOrder(
  supply: Supply,
  drafts: readonly Draft[],
  { floor, outcomes }: { floor: number; outcomes: Map<Draft, Outcome> },
): Promise<void> {
  const { positions } = supply;
  const full = new Map<string, Otherwise>();
  const settle = (draft: Draft, outcome: Outcome): void => {
    outcomes.set(draft, outcome);
    if (!isPlacement(outcome)) return;
    positions.set(draft.vacancyId, (positions.get(draft.vacancyId) ?? 0) - 1);
  };
  let left = drafts;
  for (;;) {
    const fitting = withinPositions(left, positions);
    if (fitting.size === 0) break;
    // Drafts under the same offers share one statement.
    for (const [offers, group] of groupsOf([...fitting], offersKeyOf)) {
      const applied = roundOutcomeOf(group, floor, supply.rounds);
      const known = full.get(offers) ?? (applied === null ? null : (): Outcome => applied);
      const seated = known ? 0 : await seat(supply, group);
      if (seated < group.length) full.set(offers, known ?? waitOrLeave);
      for (const [index, draft] of group.entries()) {
        settle(draft, index < seated ? 'offered' : (known ?? waitOrLeave)(draft));
      }
    }
    left = left.filter((draft) => !fitting.has(draft));
    // A draft that would not become a placement needs no position.
    for (const draft of left) {
      const outcome = full.get(offersKeyOf(draft))?.(draft);
      if (outcome !== undefined && !isPlacement(outcome)) settle(draft, outcome);
    }
    left = left.filter((draft) => !outcomes.has(draft));
  }
  for (const draft of left) outcomes.set(draft, 'positions-filled');
}

/** Returns the first drafts in order, as many of each vacancy as it has positions left. Pure. */
function withinPositions(
  drafts: readonly Draft[],
  positions: ReadonlyMap<string, number>,
): ReadonlySet<Draft> {
  const free = new Map(positions);
  return new Set(
    drafts.filter(({ vacancyId }) => {
      const left = free.get(vacancyId) ?? 0;
      free.set(vacancyId, left - 1);
      return left > 0;
    }),
  );
}

function offersKeyOf({ quotaIds }: Draft): string {
  return quotaIds.toSorted().join();
}

/**
 * Returns the outcome of the drafts, all alike, if a covering offer has a pending round; otherwise
 * null.
 */
function roundOutcomeOf(
  [first]: readonly Draft[],
  floor: number,
  rounds: readonly PendingRound[],
): Outcome | null {
  const own = rounds.filter(({ quotaId }) => first?.quotaIds.includes(quotaId));
  if (!first || own.length === 0) return null;
  if (floor > 1) return 'no-floor-in-round';
  return own.every((round) => isOpen(round, utcDate(first.createdAt))) ? 'applied' : 'round-closed';
}

/**
 * @returns how many of the drafts, counted from the first, now have a seat of each of their offers
 */
async function seat({ sql, seats }: Supply, drafts: readonly Draft[]): Promise<number> {
  const [first] = drafts;
  if (!first || first.quotaIds.length === 0) return drafts.length;
  const { quotaIds, createdAt: at } = first;
  const room = await roomBesideWaiting(sql, quotaIds, at);
  const served = drafts.slice(0, room);
  // Seats kept for the waiting list go to it now, not only when the next one comes free.
  if (room < drafts.length) {
    await putJobs(
      sql,
      'seats.freed',
      quotaIds.map((quotaId) => ({ quotaId })),
    );
  }
  if (served.length === 0) return 0;
  const requests = served.map(({ id, organisationId }) => ({
    placementId: id,
    by: organisationId,
  }));
  const got = await seats.reserve(sql, { quotaIds, requests, at, reason: 'Offered' });
  return got.placementIds.size;
}
