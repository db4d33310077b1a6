import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { putJob } from '../../platform/queue/outbox.ts';
import type { EntryOrigin } from './entry-origin.ts';
import { type HeldAct, moveHeldSeats } from './move-seats.ts';
import { type Reserved, reserveSeats, type SeatRequests } from './reserve-seats.ts';

/**
 * Takes and gives back seats for placements within the caller's transaction, and announces the
 * changes that others depend on. Runs as the application itself, as no tenant moves such seats by
 * hand.
 */
@Injectable()
export class QuotaSeats {
  /**
   * Reserves a seat of every covering offer for each request, in order, until seats run out. A
   * request gets a seat of all the offers or of none.
   */
  async reserve(sql: EntityManager, asked: SeatRequests): Promise<Reserved> {
    const reserved = await reserveSeats(sql, asked);
    await this.announce(sql, reserved.filled);
    return reserved;
  }

  /**
   * Moves the seats that the placements hold, of all offers or of `only` some. Repeating it moves
   * nothing.
   */
  async move(
    sql: EntityManager,
    placementIds: readonly string[],
    act: HeldAct,
    entered: EntryOrigin,
    only: readonly string[] | null = null,
  ): Promise<void> {
    const { freed, opened } = await moveHeldSeats(sql, placementIds, act, entered, only);
    await this.announce(sql, opened);
    for (const quotaId of freed) await putJob(sql, 'seats.freed', { quotaId });
  }

  /**
   * Called only for the last seat taken or the first one given back, as matching asks only whether
   * a seat is left.
   */
  private async announce(sql: EntityManager, quotaIds: readonly string[]): Promise<void> {
    for (const quotaId of quotaIds) await putJob(sql, 'quota.changed', { quotaId });
  }
}
