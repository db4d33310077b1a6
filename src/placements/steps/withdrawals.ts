import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { Placement } from '../placement.entity.ts';
import { DepartureTracker } from './departure-tracker.ts';
import { type EventStep, steps } from './placement-steps.ts';
import { writeOwnEvents } from './write-events.ts';

/**
 * Placements that the application itself withdraws before the entry because nothing can come of
 * them.
 */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
    private readonly departureTracker: DepartureTracker,
  ) {}

  /**
   * Withdraws all placements of erased people, and cancels their departures. `sql` sees every
   * tenant.
   */
  async ofErasedPeople(sql: EntityManager): Promise<void> {
    const left = await sql
      .createQueryBuilder(Placement, 'p')
      .where('p.candidateId IS NULL AND p.status IN (:...open)', { open: steps.withdraw.from })
      // A generic post belongs to no person until it is accepted.
      .andWhere(`(p.kind = 'by-name' OR p.status NOT IN ('waiting', 'offered'))`)
      .orderBy('p.id')
      .setLock('pessimistic_write')
      .getMany();
    const step = 'withdraw';
    for (const placement of left)
      await this.departureTracker.trackStep(sql, placement, { step, on: this.clock.today() });
    await this.withdraw(sql, left, { step, reason: 'The person was erased', entered: step });
  }

  /** Withdraws placements; their seats are free at once. `entered` is the reason for the ledger. */
  async withdraw(
    sql: EntityManager,
    placements: readonly Placement[],
    { step, reason, entered }: { step: EventStep; reason: string; entered: string },
  ): Promise<void> {
    if (placements.length === 0) return;
    const ids = placements.map(({ id }) => id);
    await sql.query(
      `UPDATE placement SET status = 'withdrawn', status_on = $2, version = version + 1
        WHERE id = ANY ($1)`,
      [ids, this.clock.today()],
    );
    const at = this.clock.now();
    await this.seats.move(sql, ids, 'release', { by: null, at, reason: entered });
    await writeOwnEvents(
      sql,
      at,
      placements.map(({ id: placementId, status: fromStatus }) => ({
        placementId,
        step,
        fromStatus,
        toStatus: 'withdrawn',
        reason,
      })),
    );
  }
}
