import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import { countAttempts, findWaiting, type WaitingArrival } from './arrivals.queries.ts';
import { CarefulAsking, MOST_AT_ONCE } from './asking/careful-asking.ts';
import type { ExchangeClient } from './asking/exchange-client.ts';
import { remark, sayRemark, type SourceRemark } from './asking/source-remarks.ts';
import { renewLease, type SourceLease } from './source-lease.queries.ts';
import { type RefusedArrival, StoreArrivals } from './store-arrivals.service.ts';

/** If more than this are refused in a row and none is written, the fault is probably not theirs. */
const FEW = 10;

/** Stores the waiting arrivals of a source, at most a hundred at a time. */
@Injectable()
export class TakeArrivals {
  constructor(
    private readonly database: Database,
    private readonly storing: StoreArrivals,
  ) {}

  /**
   * Stores what it can. Arrivals whose details did not come, or that could not be stored, wait for
   * the next poll. Tombstones come last, so that a vacancy now given under another reference does
   * not end in between. They need no details and are heeded even if the source no longer answers.
   * @returns remarks for the ministry that keeps the source
   * @throws SourceError if the source does not answer, LeaseLost, Error if none of many can be
   * stored; what was stored before stays
   */
  async take(lease: SourceLease, client: ExchangeClient): Promise<SourceRemark[]> {
    const left: Left = { missing: [], refused: [] };
    const asking = new CarefulAsking(client, lease.source.failures);
    try {
      await this.takeEach(lease, asking, left, true);
    } finally {
      await this.takeEach(lease, asking, left, false);
    }
    return remarksOn(left, asking.lastFailure);
  }

  /** Takes the open arrivals or the closed ones, and adds to `left` those that it leaves over. */
  private async takeEach(
    lease: SourceLease,
    asking: CarefulAsking,
    left: Left,
    active: boolean,
  ): Promise<void> {
    let refusedInARow = 0;
    for (;;) {
      const but = [...left.missing, ...left.refused.map(({ reference }) => reference)];
      const limit = active ? asking.size : MOST_AT_ONCE;
      const waiting = await this.findNext(lease, { active, but, limit });
      if (waiting.length === 0) return;
      const asked = active ? waiting.map(({ reference }) => reference) : [];
      const details = await asking
        .ask(asked)
        .catch((error: unknown) => this.giveUp(lease, asked, error));
      if (details) {
        const { missing, refused, isWritten } = await this.storing.store(lease, waiting, details);
        left.missing.push(...missing);
        left.refused.push(...refused);
        refusedInARow = isWritten ? 0 : refusedInARow + refused.length;
        if (refusedInARow > FEW) throw new Error(sayRemark(remarkOn(left.refused), 'en'));
      } else if (asked.length === 1) left.missing.push(...(await this.passOver(lease, asked)));
    }
  }

  private findNext(
    lease: SourceLease,
    which: Parameters<typeof findWaiting>[2],
  ): Promise<WaitingArrival[]> {
    return this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      return findWaiting(sql, lease.source.id, which);
    });
  }

  /** Counts an attempt, so that the next poll requests them last. */
  private async passOver(
    { source: { id } }: SourceLease,
    references: readonly string[],
  ): Promise<readonly string[]> {
    await this.database.as(SYSTEM, (sql) => countAttempts(sql, id, references));
    return references;
  }

  /**
   * Ends the poll because of an error. If the source asks to be left alone because of one vacancy,
   * the next poll begins with others.
   */
  private async giveUp(
    lease: SourceLease,
    references: readonly string[],
    error: unknown,
  ): Promise<never> {
    if (!lease.stop.aborted) await this.passOver(lease, references);
    throw error;
  }
}

interface Left {
  missing: string[];
  refused: RefusedArrival[];
}

function remarksOn(
  { missing: { length: number }, refused }: Left,
  failure: SourceRemark | null,
): SourceRemark[] {
  const isMissing = failure
    ? remark('details-failed', { number, failure })
    : remark('details-missing', { number });
  return [
    ...(number === 0 ? [] : [isMissing]),
    ...(refused.length === 0 ? [] : [remarkOn(refused)]),
  ];
}

function remarkOn(refused: readonly RefusedArrival[]): SourceRemark {
  const [{ reference, reason } = { reference: '', reason: '' }] = refused;
  return remark('not-storable', { number: refused.length, reference, reason });
}
