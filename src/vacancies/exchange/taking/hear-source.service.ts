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
import { remark, type SourceRemark } from './asking/source-remarks.ts';
import { noteUnnamed } from './unnamed-arrivals.queries.ts';

const MINUTE = 60_000;
/**
 * Milliseconds by which a request reaches back behind the cursor. A source that stamps before it
 * commits may show a change late.
 */
const OVERLAP = 2 * MINUTE;
/**
 * How often everything is requested, in milliseconds. It corrects a source that lost changes or
 * never sent them.
 */
const FULL_EVERY = 24 * 60 * MINUTE;
/** How far clocks may differ without fault, in milliseconds. */
const TOLERATED = 10 * MINUTE;
/** The statuses by which a source says that it no longer knows the changes since that moment. */
const forgotten = [400, 404, 410, 416, 422];

/** Requests what is new and records it together with the cursor. */
@Injectable()
export class HearSource {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Requests what is new since the cursor, and once a day everything. If the full request fails, it
   * requests what is new instead.
   * @returns remarks for the ministry that keeps the source
   * @throws SourceError if the source does not answer; LeaseLost
   */
  async hear(lease: SourceLease, client: ExchangeClient): Promise<SourceRemark[]> {
    const { id, fullAt, cursorMillis } = lease.source;
    const askedAt = this.clock.now();
    const now = askedAt.getTime();
    const isDue = fullAt === null || now - fullAt.getTime() >= FULL_EVERY;
    // A cursor in the future would hide everything that happens until then.
    const cursor = cursorMillis === null || cursorMillis > now ? null : cursorMillis;
    const { isFull, failure, ...heard } = isDue
      ? await this.askAll(lease, client, cursor)
      : { ...(await ask(client, cursor)), isFull: false, failure: null };
    return this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      await noteReferences(sql, lease.source, heard.references, now);
      // An unreadable entry may name any vacancy.
      const isWhole = isFull && heard.unreadable === 0;
      const unnamed = isWhole ? await noteUnnamed(sql, id, heard.references) : [];
      const next = { cursorMillis: cursorAfter(heard, cursor, now), unreadable: heard.unreadable };
      await sql.update(ExchangeSource, { id }, { ...next, ...(isFull && { fullAt: askedAt }) });
      const notAll = failure === null ? [] : [remark('changes-only', { failure })];
      return [...notAll, ...remarksOn(heard, now), ...unnamed];
    });
  }

  /**
   * @throws SourceError if the source answers neither request, or asks to be left alone; LeaseLost
   */
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
      return { ...changes, isFull: false, failure: error.told };
    }
  }
}

interface Heard extends ReadReferences {
  isFull: boolean;
  /** Why not everything requested was received, or null if it was. */
  failure: SourceRemark | null;
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
 * Returns the last stamp, by the source's clock, that was past when we asked. A later stamp is
 * wrong, or was set while the source was answering, so earlier changes may still be missing.
 */
function cursorAfter({ references }: ReadReferences, cursor: number | null, now: number): number {
  return references.reduce((last, reference) => {
    const stamp = lastStampOf(reference);
    return stamp > now ? last : Math.max(last, stamp);
  }, cursor ?? 0);
}

function remarksOn(
  { references, unreadable, example }: ReadReferences,
  now: number,
): SourceRemark[] {
  const early = references.filter((one) => lastStampOf(one) > now + TOLERATED);
  return [
    ...(example === null ? [] : [remark('entries-unreadable', { number: unreadable, example })]),
    ...early
      .slice(0, 1)
      .map(({ reference }) => remark('stamps-in-future', { number: early.length, reference })),
  ];
}
