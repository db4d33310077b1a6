import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.ts';
import { Database } from '../../../platform/database/database.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import { noteReferences } from './arrivals.queries.ts';
import type { ExchangeClient } from './asking/exchange-client.ts';
import { lastStampOf } from '../exchange-references.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import type { ReadReferences } from './asking/read-references.ts';
import { renewLease, type SourceLease } from './source-lease.queries.ts';
import { SourceError } from './asking/source-error.ts';
import { noteUnnamed } from './unnamed-arrivals.queries.ts';

const MINUTE = 60_000;
/** A source that stamps before it commits may show a change late: the last minutes are asked for again. */
const OVERLAP = 2 * MINUTE;
/** A source that lost its changes, or never told them, is put right so often. */
const FULL_EVERY = 24 * 60 * MINUTE;
/** Clocks differ so much without anybody's fault. */
const TOLERATED = 10 * MINUTE;
/** With these a source says that it knows no changes since that moment. */
const forgotten = [400, 404, 410, 416, 422];

/** Asks what is new and writes it down with the cursor. */
@Injectable()
export class HearSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * What is new since the cursor, and once a day everything; where that fails, what is new at least.
   * @returns what those who keep the source should know
   * @throws SourceError where it does not answer; LeaseLost
   */
  async hear(lease: SourceLease, client: ExchangeClient): Promise<string[]> {
    const { id, fullAt, cursorMillis } = lease.source;
    const askedAt = this.clock.now();
    const now = askedAt.getTime();
    const isDue = fullAt === null || now - fullAt.getTime() >= FULL_EVERY;
    // One that is yet to come would hide whatever happens until then.
    const cursor = cursorMillis === null || cursorMillis > now ? null : cursorMillis;
    const { isFull, failure, ...heard } = isDue
      ? await this.askAll(lease, client, cursor)
      : { ...(await ask(client, cursor)), isFull: false, failure: null };
    return this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      await noteReferences(sql, lease.source, heard.references, now);
      // An entry that cannot be read may name anything.
      const isWhole = isFull && heard.unreadable === 0;
      const unnamed = isWhole ? await noteUnnamed(sql, id, heard.references) : [];
      const next = { cursorMillis: cursorAfter(heard, cursor, now), unreadable: heard.unreadable };
      await sql.update(ExchangeSource, { id }, { ...next, ...(isFull && { fullAt: askedAt }) });
      const notAll = failure === null ? [] : [`${failure} What has changed was asked for instead.`];
      return [...notAll, ...remarksOn(heard, now), ...unnamed];
    });
  }

  /** @throws SourceError where it answers neither, or asks to be left alone; LeaseLost */
  private async askAll(
    lease: SourceLease,
    client: ExchangeClient,
    cursor: number | null,
  ): Promise<Heard> {
    try {
      return { ...(await client.all()), isFull: true, failure: null };
    } catch (error) {
      if (!(error instanceof SourceError) || error.pause > 0 || cursor === null) throw error;
      await this.database.as(SYSTEM, (sql) => renewLease(sql, lease));
      const changes = await client.changes(sinceOf(cursor));
      return { ...changes, isFull: false, failure: error.message };
    }
  }
}

interface Heard extends ReadReferences {
  isFull: boolean;
  /** Why not everything was heard that was asked for; null where it was. */
  failure: string | null;
}

const sinceOf = (cursor: number): number => Math.max(0, cursor - OVERLAP);

async function ask(client: ExchangeClient, cursor: number | null): Promise<ReadReferences> {
  if (cursor === null) return client.all();
  try {
    return await client.changes(sinceOf(cursor));
  } catch (error) {
    if (error instanceof SourceError && forgotten.includes(error.status ?? 0)) return client.all();
    throw error;
  }
}

/**
 * The last moment by the source's own clock that was over here when it was asked: a stamp beyond is
 * wrong, or was set while the source was answering, and what came before it may not have been told yet.
 */
function cursorAfter({ references }: ReadReferences, cursor: number | null, now: number): number {
  return references.reduce((last, reference) => {
    const stamp = lastStampOf(reference);
    return stamp > now ? last : Math.max(last, stamp);
  }, cursor ?? 0);
}

function remarksOn({ references, unreadable, example }: ReadReferences, now: number): string[] {
  const early = references.filter((one) => lastStampOf(one) > now + TOLERATED);
  return [
    ...(example === null
      ? []
      : [`${unreadable} entries name no vacancy that can be read; the first: ${example}.`]),
    ...early
      .slice(0, 1)
      .map(
        ({ reference }) =>
          `${early.length} vacancies bear a moment that is yet to come, such as ${reference}.`,
      ),
  ];
}
