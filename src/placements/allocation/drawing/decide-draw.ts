import { assign } from '../../../matching/assignment/acceptance/deferred-acceptance.ts';
import { type AssignmentInput, drawMarket } from '../../../matching/assignment/draw-market.ts';
import {
  isSound,
  verifyAssignment,
} from '../../../matching/assignment/acceptance/verify-assignment.ts';
import { SEATED_TIER } from '../../../matching/rules/tiers.ts';
import { pointsOf } from './criteria.ts';
import {
  type Application,
  type Drawn,
  type DrawInputs,
  type DrawOutcome,
  personOf,
} from './draw.ts';
import { grantInOrder } from './grant-in-order.ts';
import { orderApplications } from './order-applications.ts';

/**
 * Decides which applications get seats, and in which order the others wait. An application gets a
 * seat of every offer that covers it or of none, and a person gets one post. Pure; the order in
 * which applications are passed does not matter.
 */
export function decideDraw(inputs: DrawInputs): Drawn[] {
  const { mode, criteria } = inputs;
  const ordered = orderApplications(inputs);
  const judge = mode === 'stable' ? judgeStable(inputs) : judgeInOrder(inputs, ordered);
  return ordered.map((one, index) => ({
    id: one.id,
    rank: index + 1,
    points: mode === 'points' ? pointsOf(one, criteria) : null,
    ...judge(one),
  }));
}

type Verdict = Pick<Drawn, 'outcome' | 'quotaId'>;

const decided = (outcome: DrawOutcome, quotaId: string | null = null): Verdict => ({
  outcome,
  quotaId,
});

/**
 * Grants seats in the given order, as long as every offer that covers an application has a seat
 * left.
 */
function judgeInOrder(
  inputs: DrawInputs,
  ordered: readonly Application[],
): (one: Application) => Verdict {
  const eligible = ordered.filter((one) => isEligible(one, inputs));
  return judgeBy(inputs, grantInOrder(eligible, capacities(inputs)));
}

/**
 * Grants seats by the deferred acceptance of the matching engine. No person gets two places, or a
 * place that they like less than one they could have had.
 * @throws Error if the assignment fails its own check
 */
function judgeStable(inputs: DrawInputs): (one: Application) => Verdict {
  const left = capacities(inputs);
  const eligible = inputs.applications.filter((one) => isEligible(one, inputs));
  const drawn = drawMarket(callOf(inputs, eligible, left));
  const proposed = assign(drawn.market);
  const found = verifyAssignment(drawn.market, proposed);
  if (!isSound(found)) throw new Error(`Unsound assignment: ${JSON.stringify(found)}`);
  const places = [...proposed.place].filter((place) => place >= 0);
  const ids = new Set(places.flatMap((place) => drawn.applications[place]?.id ?? []));
  return judgeBy(
    inputs,
    inputs.applications.filter(({ id }) => ids.has(id)),
  );
}

/**
 * Returns a function that gives the outcome of each application, once it is known who gets seats.
 * Call it in the order of the draw: an application without a seat learns what was full at its turn.
 */
function judgeBy(
  inputs: DrawInputs,
  granted: readonly Application[],
): (one: Application) => Verdict {
  const left = capacities(inputs);
  const ids = new Set(granted.map(({ id }) => id));
  const people = new Set([...inputs.placed, ...granted.map(personOf)]);
  return (one) => {
    if (ids.has(one.id)) {
      for (const id of one.quotaIds) left.set(id, (left.get(id) ?? 0) - 1);
      return decided('granted');
    }
    if (people.has(personOf(one))) return decided('placed-elsewhere');
    return refusalOf(one, inputs, left) ?? decided('seats-gone');
  };
}

/** Returns whether nothing but a lack of seats can refuse the application. */
function isEligible(one: Application, inputs: DrawInputs): boolean {
  return pendingOf(one, inputs) === null && !inputs.placed.includes(personOf(one));
}

function callOf(
  { seed, applications }: DrawInputs,
  eligible: readonly Application[],
  left: ReadonlyMap<string, number>,
) {
  const positions = new Map<string, number>();
  for (const { vacancyId } of applications) {
    positions.set(vacancyId, (positions.get(vacancyId) ?? 0) + 1);
  }
  return {
    seed,
    // Each application has a position of its own, so that only seats are scarce.
    vacancies: [...positions].map(([id, posts]) => ({ id, positions: posts })),
    quotas: [...left].map(([id, seats]) => ({ id, seats: Math.max(0, seats) })),
    applications: eligible.map((one) => ({
      ...one,
      candidateId: personOf(one),
      tier: SEATED_TIER,
      score: one.score ?? 0,
    })),
  } satisfies AssignmentInput;
}

function capacities({ quotas, quotaId, grant }: DrawInputs): Map<string, number> {
  return new Map(
    quotas.map(({ id, seats }) => [id, id === quotaId ? Math.min(seats, grant) : seats]),
  );
}

function refusalOf(
  one: Application,
  inputs: DrawInputs,
  left: ReadonlyMap<string, number>,
): Verdict | null {
  const pending = pendingOf(one, inputs);
  if (pending !== null) return decided('awaits-other-round', pending);
  if ((left.get(inputs.quotaId) ?? 0) < 1) return decided('seats-gone');
  const full = one.quotaIds.find((id) => (left.get(id) ?? 0) < 1);
  return full === undefined ? null : decided('other-offer-full', full);
}

function pendingOf({ quotaIds }: Application, { pending }: DrawInputs): string | null {
  return quotaIds.find((id) => pending.includes(id)) ?? null;
}
