import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Outbox } from '../../platform/queue/outbox.ts';
import type { Entered } from './entered.ts';
import { type HeldAct, moveHeldSeats } from './move-seats.ts';
import { type Reserved, reserveSeats, type SeatRequests } from './reserve-seats.ts';

/**
 * Seats as placements take them and give them back, within the caller's transaction; whoever has to
 * know hears of it. Runs as the application itself: no tenant moves seats by hand.
 */
@Injectable()
export class QuotaSeats {
  constructor(private readonly outbox: Outbox) {}

  /** A seat of every covering offer, or none of any, for as many as there are seats. */
  async reserve(sql: EntityManager, asked: SeatRequests): Promise<Reserved> {
    const reserved = await reserveSeats(sql, asked);
    await this.announce(sql, reserved.filled);
    return reserved;
  }

  /** Moves the seats that the placements hold, of all offers or `only` some; a repetition moves nothing. */
  async move(
    sql: EntityManager,
    placementIds: readonly string[],
    act: HeldAct,
    entered: Entered,
    only: readonly string[] | null = null,
  ): Promise<void> {
    const { freed, opened } = await moveHeldSeats(sql, placementIds, act, entered, only);
    await this.announce(sql, opened);
    for (const quotaId of freed) await this.outbox.put(sql, 'seats.freed', { quotaId });
  }

  /** Only the last seat taken, or the first one back, changes what anybody may be told. */
  private async announce(sql: EntityManager, quotaIds: readonly string[]): Promise<void> {
    for (const quotaId of quotaIds) await this.outbox.put(sql, 'quota.changed', { quotaId });
  }
}
