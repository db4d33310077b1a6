import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../../jobs.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../../platform/queue/handles-job.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { noteReferences } from './arrivals.queries.ts';
import { ExchangeClient } from './exchange-client.ts';
import { lastStampOf } from './exchange-references.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import { endLease, findDue, takeLease } from './source-lease.queries.ts';
import { TakeArrivals } from './take-arrivals.service.ts';

const MINUTE = 60_000;
/** A source that stamps before it commits may show a change late: the last minutes are asked for again. */
const OVERLAP = 2 * MINUTE;
const FIRST_BACK_OFF = 5 * MINUTE;
const LONGEST_BACK_OFF = 360 * MINUTE;

/**
 * Polls the sources of the exchange. What a source says is written down together with the cursor before
 * anything is fetched, so a poll that dies or fails halfway is gone on with by the next one.
 */
@Injectable()
export class ExchangeWorker {
  private readonly log = new Logger('Exchange');

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly arrivals: TakeArrivals,
  ) {}

  @HandlesJob('exchange-sources.watched')
  async watch(_: Jobs['exchange-sources.watched'], sql: EntityManager): Promise<void> {
    for (const sourceId of await findDue(sql, this.clock.now()))
      await this.outbox.put(sql, 'exchange-source.due', { sourceId });
  }

  @HandlesJob('exchange-source.due', { inSteps: true })
  async poll({ sourceId }: Jobs['exchange-source.due'], _: JobSteps): Promise<void> {
    const source = await this.database.as(SYSTEM, (sql) => takeLease(sql, sourceId));
    if (source === null) return;
    try {
      const client = new ExchangeClient(source.address, this.config.outbound);
      await this.listen(source, client);
      const missing = await this.arrivals.take(source, client);
      await this.succeeded(source, missing);
    } catch (error) {
      await this.failed(source, error instanceof Error ? error.message : String(error));
    } finally {
      await this.database.as(SYSTEM, (sql) => endLease(sql, sourceId));
    }
  }

  /** Asks what is new since the cursor, which moves with what is written down. */
  private async listen(source: ExchangeSource, client: ExchangeClient): Promise<void> {
    const { id, cursorMillis } = source;
    const since = cursorMillis === null ? null : Math.max(0, cursorMillis - OVERLAP);
    const { references, unreadable } =
      since === null ? await client.all() : await client.changes(since);
    const cursor = references.reduce(
      (last, reference) => Math.max(last, lastStampOf(reference)),
      cursorMillis ?? 0,
    );
    await this.database.as(SYSTEM, async (sql) => {
      await noteReferences(sql, source, references);
      await sql.update(ExchangeSource, { id }, { cursorMillis: cursor, unreadable });
    });
  }

  private async succeeded({ id, intervalMinutes }: ExchangeSource, missing: number): Promise<void> {
    const now = this.clock.now();
    const lastError = missing === 0 ? null : `${missing} vacancies came without their details.`;
    const nextPollAt = new Date(now.getTime() + intervalMinutes * MINUTE);
    await this.database.as(SYSTEM, (sql) =>
      sql.update(
        ExchangeSource,
        { id },
        { lastSuccessAt: now, failures: 0, lastError, nextPollAt },
      ),
    );
  }

  /** The longer a source has failed, the longer it is left alone. */
  private async failed({ id, failures, name }: ExchangeSource, reason: string): Promise<void> {
    const pause = Math.min(FIRST_BACK_OFF * 2 ** Math.min(failures, 20), LONGEST_BACK_OFF);
    const nextPollAt = new Date(this.clock.now().getTime() + pause);
    const lastError = reason.slice(0, 500);
    this.log.warn(`${name} could not be read: ${lastError}`);
    await this.database.as(SYSTEM, (sql) =>
      sql.update(ExchangeSource, { id }, { failures: failures + 1, lastError, nextPollAt }),
    );
  }
}
