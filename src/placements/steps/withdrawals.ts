import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import { Placement } from '../placement.entity.ts';
import { Leaving } from './leaving.ts';
import { steps } from './placement-steps.ts';
import { writeEvents } from './write-events.ts';

/** Placements that the application itself withdraws before the entry, since nothing can come of them. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly seats: QuotaSeats,
    private readonly clock: Clock,
    private readonly leaving: Leaving,
  ) {}

  /** All that were for somebody who was erased. `sql` sees every tenant. */
  async ofErasedPeople(sql: EntityManager): Promise<void> {
    const left = await sql
      .createQueryBuilder(Placement, 'p')
      .where('p.candidateId IS NULL AND p.status IN (:...open)', { open: steps.withdraw.from })
      // A generic post is for nobody yet until it is accepted.
      .andWhere(`(p.kind = 'by-name' OR p.status NOT IN ('waiting', 'offered'))`)
      .orderBy('p.id')
      .setLock('pessimistic_write')
      .getMany();
    await this.withdraw(sql, left, 'The person was erased');
  }

  /** Their seats are free, their departures taken back; they are locked by the caller. */
  async withdraw(
    sql: EntityManager,
    placements: readonly Placement[],
    reason: string,
  ): Promise<void> {
    if (placements.length === 0) return;
    const [on, at] = [this.clock.today(), this.clock.now()];
    const ids = placements.map(({ id }) => id);
    await sql.query(
      `UPDATE placement SET status = 'withdrawn', status_on = $2, version = version + 1
        WHERE id = ANY ($1)`,
      [ids, on],
    );
    await writeEvents(
      sql,
      placements.map(({ id, status }) => ({
        ...{ placementId: id, step: 'withdraw' as const, fromStatus: status, reason },
        ...{ toStatus: 'withdrawn' as const, organisationId: null, role: 'system' as const },
        ...{ happenedOn: on, createdAt: at },
      })),
    );
    for (const placement of placements)
      await this.leaving.follow(sql, placement, { step: 'withdraw', on });
    await this.seats.move(sql, ids, 'release', { by: null, at, reason: 'withdraw' });
  }
}
