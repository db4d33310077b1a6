import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { GroupCommit } from '../../platform/database/group-commit.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { QuotaSeats } from '../../quotas/ledger/quota-seats.service.ts';
import type { OfferRequest, Outcome } from './draft.ts';
import { writeOffers } from './write-offers.ts';

/**
 * The one place where this process writes offers. Offers that arrive while others are being written
 * share the next transaction, so that a national offer in high demand is locked once for all of
 * them.
 */
@Injectable()
export class OfferDesk {
  private readonly commits: GroupCommit<OfferRequest, Outcome[]>;

  constructor(
    private readonly database: Database,
    private readonly seats: QuotaSeats,
  ) {
    this.commits = new GroupCommit((requests) =>
      database.as(SYSTEM, (sql) => writeOffers(sql, seats, requests)),
    );
  }

  /**
   * Writes offers and returns the outcome of each draft. If a transaction is under way, it writes
   * in that one, and they take effect when it commits.
   */
  write(request: OfferRequest): Promise<Outcome[]> {
    if (!this.database.isInTransaction) return this.commits.add(request);
    return this.database.transaction((sql) =>
      this.database.elevated(sql, async () => {
        const [outcomes] = await writeOffers(sql, this.seats, [request]);
        return outcomes ?? [];
      }),
    );
  }
}
