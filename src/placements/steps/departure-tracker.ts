import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { findClosedGates } from '../../matching/contracts/closed-gates.ts';
import { beginsOn } from '../../matching/facts/vacancy-facts.ts';
import type { Reason } from '../../matching/rules/rule.ts';
import { type Departure, Departures } from '../../partnerships/outflow/departures.service.ts';
import { lockDepartures } from '../../partnerships/outflow/outflow.queries.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { hasOtherContractOnStay } from '../circular/stay-history.queries.ts';
import { postClosed } from '../offers/offers.errors.ts';
import type { Placement, PlacementStatus } from '../placement.entity.ts';
import type { TakenStep } from './may-take.ts';
import { steps } from './placement-steps.ts';

const countedStatuses: readonly PlacementStatus[] = [
  ...(['authorised', 'preparing', 'visa', 'entered', 'working', 'ended', 'returned'] as const),
];

/**
 * Keeps the partner country's count of departures. A person counts from the authorisation on, first
 * on the first day of the contract, or today if that is past, and later on the day of entry. If the
 * placement fails before the entry, the departure is cancelled.
 */
@Injectable()
export class DepartureTracker {
  constructor(
    private readonly departures: Departures,
    private readonly clock: Clock,
  ) {}

  /**
   * Checks that the partner country's caps and exceptions leave room for the departure that an
   * authorisation counts. Many offers may be accepted while a single place is left.
   * @throws ProblemError 409 `gate-closed` with the reason
   */
  async assertRoom(sql: EntityManager, placement: Placement): Promise<void> {
    await this.hold(sql, placement);
    const because = await this.reasonAgainst(sql, placement);
    if (because) throw postClosed(because);
  }

  /**
   * Holds all other departures from the country until the transaction ends. Call it before locking
   * other placements or offers.
   */
  async hold(sql: EntityManager, placement: Placement): Promise<void> {
    const country = placement.partnerCountry ?? (await whoLeaves(sql, placement.id)).country;
    if (country !== null) await lockDepartures(sql, country);
  }

  /** Returns which limit leaves no room for the departure; undefined if it counts as none. */
  async reasonAgainst(sql: EntityManager, placement: Placement): Promise<Reason | undefined> {
    if (await hasOtherContractOnStay(sql, placement, countedStatuses)) return undefined;
    const asked = { now: this.clock.now(), stage: 'authorise' as const };
    const [because] = (await findClosedGates(sql, [placement], asked)).values();
    return because;
  }

  /** Updates the count after a step, in the transaction of the step. */
  async trackStep(
    sql: EntityManager,
    placement: Placement,
    { step, on }: TakenStep,
  ): Promise<void> {
    const { id } = placement;
    if (step === 'authorise') await this.begin(sql, placement);
    if (step === 'enter') await this.departures.move(sql, id, on);
    const isOff = steps[step].seats === 'release' && !(await hasEntered(sql, id));
    if (isOff) await this.departures.cancel(sql, id);
  }

  /**
   * Counts the departure of an authorised person. A further contract of the same stay is no further
   * departure.
   */
  async begin(sql: EntityManager, placement: Placement): Promise<void> {
    if (await hasOtherContractOnStay(sql, placement, countedStatuses)) return;
    const { id: placementId, state, startsOn } = placement;
    const { country, region } = await whoLeaves(sql, placementId);
    const partnerCountry = placement.partnerCountry ?? country;
    if (partnerCountry === null) return;
    const leftOn = beginsOn({ startsOn }, dateInState(state, this.clock.now()));
    const work = workOf(placement);
    await this.departures.count(sql, {
      placementId,
      partnerCountry,
      state,
      ...work,
      region,
      leftOn,
    });
  }
}

type WorkOfDeparture = Pick<Departure, 'isco' | 'furtherIsco' | 'nace' | 'esco' | 'furtherEsco'>;

/** Returns the codes by which a departure counts: the first of each scheme, and the others. */
function workOf({ work }: Placement): WorkOfDeparture {
  const { nace } = work;
  const [[isco = null, ...furtherIsco], [esco = null, ...furtherEsco]] = [work.isco, work.esco];
  return { isco, furtherIsco, nace, esco, furtherEsco };
}

interface Leaver {
  region: string | null;
  country: string | null;
}

/**
 * Finds the region the person comes from. `country` is the partner country by the tier, for people
 * who take no reserved seat.
 */
async function whoLeaves(sql: EntityManager, placementId: string): Promise<Leaver> {
  const [row] = await sql.query<Leaver[]>(
    `SELECT c.residence_region AS region,
            CASE WHEN m.tier IN ('2', '3', '4') THEN m.tier_because END AS country
       FROM placement p
       LEFT JOIN candidate c ON c.id = p.candidate_id
       LEFT JOIN match m ON m.id = p.match_id
      WHERE p.id = $1`,
    [placementId],
  );
  if (!row) throw new Error('A departure is counted for a placement that does not exist.');
  return row;
}

async function hasEntered(sql: EntityManager, placementId: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 FROM placement_event WHERE placement_id = $1 AND step = 'enter' LIMIT 1`,
    [placementId],
  );
  return rows.length > 0;
}
