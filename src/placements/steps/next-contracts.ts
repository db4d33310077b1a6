import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { lockQuotas } from '../../quotas/ledger/reserve-seats.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { findPendingRounds, holdDraws } from '../allocation/pending-rounds.queries.ts';
import { continuesStay, usedQuotaIds } from '../circular/current-stay.queries.ts';
import { findCoveringQuotaIds } from '../offers/draft-offers.ts';
import { Placement } from '../placement.entity.ts';
import { DepartureTracker } from './departure-tracker.ts';
import { steps } from './placement-steps.ts';
import { writeOwnEvents } from './write-events.ts';

/** Contracts agreed for a time after the person has gone home. They belong to another stay. */
@Injectable()
export class NextContracts {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
    private readonly departureTracker: DepartureTracker,
  ) {}

  /**
   * Separates the contracts of the stay that have not begun. Each gets the seats that the entry
   * into the stay had used for it, and a departure of its own. A contract for which no seat or no
   * departure is left waits. Contracts that continue each other stay together.
   */
  async separate(sql: EntityManager, returned: Placement): Promise<void> {
    const { campaignId } = returned;
    await this.departureTracker.hold(sql, returned);
    const next = await sql.find(Placement, {
      where: { campaignId, status: In([...steps.withdraw.from]) },
      order: { startsOn: 'ASC', id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const used = await usedQuotaIds(sql, campaignId);
    let last: Placement | null = null;
    for (const contract of next) {
      const joins: boolean = last !== null && continuesStay(contract.startsOn, last.endsOn);
      const own = joins && last ? last.campaignId : contract.id;
      last = await this.separateOne(sql, { ...contract, campaignId: own }, used);
    }
  }

  private async separateOne(
    sql: EntityManager,
    contract: Placement,
    used: readonly string[],
  ): Promise<Placement> {
    const { id, campaignId } = contract;
    const lacking = await lackingSeats(sql, contract, used);
    const quotaIds = [...contract.quotaIds, ...lacking];
    const version = () => 'version + 1';
    await sql.update(Placement, { id }, { campaignId, quotaIds, version });
    const renewed = { ...contract, quotaIds };
    if (contract.status === 'waiting') return renewed;
    const isSeated = await this.reserve(sql, contract, lacking);
    if (isSeated && !isConfirmed(contract)) return renewed;
    if (!isSeated || (await this.departureTracker.reasonAgainst(sql, renewed))) {
      await this.wait(sql, renewed);
    } else await this.departureTracker.begin(sql, renewed);
    return renewed;
  }

  /** While a round is pending for the seats, none of them is free. */
  private async reserve(
    sql: EntityManager,
    contract: Placement,
    quotaIds: readonly string[],
  ): Promise<boolean> {
    if (quotaIds.length === 0) return true;
    await holdDraws(sql, quotaIds);
    await lockQuotas(sql, quotaIds);
    if ((await findPendingRounds(sql, quotaIds)).length > 0) return false;
    const { id: placementId, organisationId: by } = contract;
    const at = this.clock.now();
    const reason = 'For another stay';
    const asked = { quotaIds, requests: [{ placementId, by }], at, reason };
    if ((await this.seats.reserve(sql, asked)).placementIds.size === 0) return false;
    const entered = { by: null, at, reason: 'authorise' };
    if (isConfirmed(contract)) await this.seats.move(sql, [placementId], 'confirm', entered);
    return true;
  }

  private async wait(sql: EntityManager, { id, status }: Placement): Promise<void> {
    const [on, at] = [this.clock.today(), this.clock.now()];
    await sql.update(Placement, { id }, { status: 'waiting', statusOn: on });
    const reason = 'The person went home; the next entry is a departure with a seat of its own';
    await writeOwnEvents(sql, at, [
      { placementId: id, step: 'wait', fromStatus: status, toStatus: 'waiting', reason },
    ]);
    await this.seats.move(sql, [id], 'release', { by: null, at, reason: 'wait' });
  }
}

/** Finds the offers covering the contract whose seats the previous entry had used. */
async function lackingSeats(
  sql: EntityManager,
  { partnerCountry, quotaIds, ...terms }: Placement,
  used: readonly string[],
): Promise<string[]> {
  if (partnerCountry === null || used.length === 0) return [];
  const covering = await findCoveringQuotaIds(sql, terms, partnerCountry);
  return covering.filter((id) => used.includes(id) && !quotaIds.includes(id));
}

function isConfirmed({ status }: Placement): boolean {
  return ['authorised', 'preparing', 'visa'].includes(status);
}
