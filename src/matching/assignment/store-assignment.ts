import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/database/new-id.ts';
import { shareDecisions } from '../../vacancies/decisions-lock.queries.ts';
import type { Drawn } from './draw-market.ts';
import { AssignmentFigures, type OfferFigures } from './assignment.entity.ts';
import { type Explained, explainAssignment } from './explain-assignment.ts';
import type { OwnedApplication } from './load-assignment-input.queries.ts';
import type { Assignment as Proposed, Market } from './acceptance/market.ts';

/** How many rows go to the database at a time. */
const BATCH = 2_000;

export interface ToStore {
  id: string;
  organisationId: string;
  drawn: Drawn<OwnedApplication>;
  proposed: Proposed;
}

/** Stores the result of each application, and the figures. Returns the figures. */
export async function storeAssignment(
  sql: EntityManager,
  toStore: ToStore,
): Promise<AssignmentFigures> {
  await shareDecisions(sql);
  const explained = explainAssignment(toStore.drawn, toStore.proposed);
  const rows = rowsOf(toStore, explained);
  for (let from = 0; from < rows.length; from += BATCH) {
    await sql.query(
      `INSERT INTO assignment_place
       SELECT * FROM jsonb_populate_recordset(NULL::assignment_place, $1::jsonb)`,
      [JSON.stringify(rows.slice(from, from + BATCH))],
    );
  }
  const figures = figuresOf(toStore, explained);
  await sql.insert(AssignmentFigures, figures);
  return figures;
}

function rowsOf({ id, drawn }: ToStore, explained: readonly Explained[]) {
  const { market, applications } = drawn;
  const positions = positionsOf(market);
  return applications.flatMap((application, number) => {
    const found = explained[number];
    const person = positions.person[number] ?? 0;
    const { candidateId, vacancyId, organisationId, agencyId, state } = application;
    if (!found) return [];
    return {
      id: newId(),
      assignment_id: id,
      vacancy_id: vacancyId,
      candidate_id: candidateId,
      organisation_id: organisationId,
      agency_id: agencyId,
      state,
      outcome: found.outcome,
      quota_id: found.quotaId,
      position: positions.atVacancy[number],
      wish: number - (market.offsets[person] ?? 0) + 1,
      tier: application.tier,
      returned: application.returned,
      score: application.score,
      draw: person + 1,
    };
  });
}

/** Returns the number of each application's person, and its position at the vacancy, from 1. */
function positionsOf({ offsets, vacancy, merit, positions }: Market): {
  person: Int32Array;
  atVacancy: Int32Array;
} {
  const person = new Int32Array(vacancy.length);
  for (let one = 0; one + 1 < offsets.length; one += 1) {
    person.fill(one, offsets[one], offsets[one + 1]);
  }
  // Applications are in the order of the draw, which a stable sort keeps among equals.
  const inOrder = Array.from(vacancy.keys()).sort((a, b) => (merit[a] ?? 0) - (merit[b] ?? 0));
  const seen = new Int32Array(positions.length);
  const atVacancy = new Int32Array(vacancy.length);
  for (const number of inOrder) {
    const one = vacancy[number] ?? 0;
    seen[one] = (seen[one] ?? 0) + 1;
    atVacancy[number] = seen[one];
  }
  return { person, atVacancy };
}

function figuresOf(
  { id, organisationId, drawn, proposed }: ToStore,
  explained: readonly Explained[],
): AssignmentFigures {
  const { market, people, applications } = drawn;
  const outcomes: AssignmentFigures['outcomes'] = {};
  for (const { outcome } of explained) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const best = people.filter((_, person) => proposed.place[person] === market.offsets[person]);
  return {
    assignmentId: id,
    organisationId,
    positions: market.positions.reduce((sum, positions) => sum + positions, 0),
    people: people.length,
    applications: applications.length,
    placed: outcomes.placed ?? 0,
    bestWish: best.length,
    outcomes,
    offers: offersOf(drawn, proposed),
  };
}

function offersOf({ market, quotas, applications }: Drawn, proposed: Proposed): OfferFigures[] {
  const taken = new Map<string, number>();
  for (const held of proposed.place) {
    for (const id of applications[held]?.quotaIds ?? []) taken.set(id, (taken.get(id) ?? 0) + 1);
  }
  return quotas.map((quotaId, cap) => ({
    quotaId,
    seats: market.seats[cap] ?? 0,
    proposed: taken.get(quotaId) ?? 0,
    regime: proposed.regimes[cap] ?? 'ordered',
  }));
}
