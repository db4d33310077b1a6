import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.ts';
import { Config } from '../../../platform/config/config.ts';
import { Database } from '../../../platform/database/database.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import { withoutValues } from '../../../platform/database/without-values.ts';
import { ExchangeClient } from './asking/exchange-client.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import { giveOffers } from '../give-offers.ts';
import { HearSource } from './hear-source.service.ts';
import { SourceError } from './asking/source-error.ts';
import { remark, type SourceRemark } from './asking/source-remarks.ts';
import {
  endLease,
  LeaseLost,
  renewLease,
  type SourceLease,
  takeLease,
} from './source-lease.queries.ts';
import { TakeArrivals } from './take-arrivals.service.ts';

const MINUTE = 60_000;
const FIRST_BACK_OFF = 5 * MINUTE;
const LONGEST_BACK_OFF = 360 * MINUTE;

/**
 * Polls one source of the exchange. The references are stored with the cursor before any details
 * are fetched. If a poll dies, fails or is stopped halfway, the next one therefore continues it.
 */
@Injectable()
export class PollSource implements OnModuleDestroy {
  private readonly log = new Logger('Exchange');
  private readonly stopping = new AbortController();

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly hearing: HearSource,
    private readonly arrivals: TakeArrivals,
  ) {}

  /**
   * A poll may take hours, too long to wait for when the process ends. It is told so before jobs
   * are let go, so that it ends after its batch and gives its lease back.
   */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  /**
   * Polls the source unless another process does or it is paused. Never throws because of what a
   * source does.
   */
  async poll(sourceId: string): Promise<void> {
    const { signal } = this.stopping;
    const lease = await this.database.as(SYSTEM, (sql) => takeLease(sql, sourceId, signal));
    if (lease === null) return;
    try {
      await this.pollOrFail(lease);
    } catch (error) {
      if (!(error instanceof LeaseLost)) throw error;
      this.log.log(`The poll of ${lease.source.name} continues later.`);
    } finally {
      await this.database.as(SYSTEM, (sql) => endLease(sql, lease));
    }
  }

  /**
   * @throws LeaseLost, also if the poll failed while the process was stopping or its source was
   * changed
   */
  private async pollOrFail(lease: SourceLease): Promise<void> {
    try {
      await this.pollUnder(lease);
    } catch (error) {
      if (error instanceof LeaseLost || lease.stop.aborted) throw new LeaseLost();
      await this.failed(lease, error);
    }
  }

  /** Our own offers are stamped first, so that any of them that come back are recognised. */
  private async pollUnder(lease: SourceLease): Promise<void> {
    const now = this.clock.now().getTime();
    await this.database.as(SYSTEM, (sql) => giveOffers(sql, now, this.clock.today()));
    const client = new ExchangeClient(lease.source.address, this.config.outbound, lease.stop);
    const heard = await this.hearing.hear(lease, client);
    const taken = await this.arrivals.take(lease, client);
    await this.succeeded(lease, [...heard, ...taken]);
  }

  private async succeeded(lease: SourceLease, remarks: readonly SourceRemark[]): Promise<void> {
    const { id, intervalMinutes } = lease.source;
    const now = this.clock.now();
    const nextPollAt = new Date(now.getTime() + intervalMinutes * MINUTE);
    const next = { lastSuccessAt: now, failures: 0, remarks: [...remarks], nextPollAt };
    await this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      await sql.update(ExchangeSource, { id }, next);
    });
  }

  /**
   * Records a failed poll. The wait until the next one doubles with each failure and is at least as
   * long as the source asks for, but never longer than six hours.
   */
  private async failed(lease: SourceLease, error: unknown): Promise<void> {
    const { id, name } = lease.source;
    const isTheirs = error instanceof SourceError;
    if (isTheirs) this.log.warn(`The source ${name} could not be read: ${error.message}`);
    else {
      const why = String(withoutValues(error));
      this.log.error(`The answer of the source ${name} could not be stored: ${why}`);
    }
    const remarks = [isTheirs ? error.told : remark('fault-here')];
    await this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      const { failures } = await sql.findOneByOrFail(ExchangeSource, { id });
      const backOff = FIRST_BACK_OFF * 2 ** Math.min(failures, 20);
      const pause = Math.min(Math.max(backOff, isTheirs ? error.pause : 0), LONGEST_BACK_OFF);
      const nextPollAt = new Date(this.clock.now().getTime() + pause);
      await sql.update(ExchangeSource, { id }, { failures: failures + 1, remarks, nextPollAt });
    });
  }
}
