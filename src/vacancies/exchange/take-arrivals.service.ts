import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { actAs, SYSTEM, type Tenant } from '../../platform/database/tenant.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { occupationByTitle, titlesToRead } from '../formats/occupation-by-title.ts';
import type { VacancyRecord } from '../formats/read-vacancies.ts';
import { type DeliveryResult, VacancyDeliveries } from '../vacancy-deliveries.service.ts';
import {
  type ArrivalResult,
  countAttempts,
  documentKey,
  findEnding,
  findOwnDocuments,
  findWaiting,
  settleArrivals,
  type WaitingArrival,
} from './arrivals.queries.ts';
import { CarefulAsking } from './careful-asking.ts';
import type { ExchangeClient, ReadDetails } from './exchange-client.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import { readContent } from './read-content.ts';
import { renewLease, type SourceLease } from './source-lease.queries.ts';

/** One that came with its details, or needs none since it is closed. */
interface Arrived {
  arrival: WaitingArrival;
  record: VacancyRecord;
}

/** Takes in what waits of a source, at most a hundred a transaction, as the ministry that it is for. */
@Injectable()
export class TakeArrivals {
  constructor(
    private readonly database: Database,
    private readonly deliveries: VacancyDeliveries,
    private readonly titles: Titles,
  ) {}

  /**
   * Those that were asked for and did not come wait for the next poll.
   * @returns what those who keep the source should know
   * @throws SourceError where the source does not answer, LeaseLost; what was taken in before stays
   */
  async take(lease: SourceLease, client: ExchangeClient): Promise<string[]> {
    const missing: string[] = [];
    const asking = new CarefulAsking(client);
    for (;;) {
      const waiting = await this.findNext(lease, { but: missing, limit: asking.size });
      if (waiting.length === 0) return remarkOn(missing.length, asking.lastFailure);
      const active = waiting.filter((one) => one.active).map(({ reference }) => reference);
      const [only = ''] = active;
      const details = await asking.ask(active);
      if (details) missing.push(...(await this.takeBatch(lease, waiting, details)));
      else if (active.length === 1) missing.push(await this.passOver(lease, only));
    }
  }

  private findNext(
    lease: SourceLease,
    which: { but: readonly string[]; limit: number },
  ): Promise<WaitingArrival[]> {
    return this.database.as(SYSTEM, async (sql) => {
      await renewLease(sql, lease);
      return findWaiting(sql, lease.source.id, which);
    });
  }

  /** The next poll asks for it last. */
  private async passOver({ source: { id } }: SourceLease, reference: string): Promise<string> {
    await this.database.as(SYSTEM, (sql) => countAttempts(sql, id, [reference]));
    return reference;
  }

  /** @returns those that did not come */
  private async takeBatch(
    lease: SourceLease,
    waiting: readonly WaitingArrival[],
    details: ReadonlyMap<string, ReadDetails>,
  ): Promise<string[]> {
    const { id } = lease.source;
    const arrived = await this.withoutOwn(await this.readEach(id, waiting, details));
    const came = new Set(arrived.map(({ arrival }) => arrival.reference));
    const missing = waiting.map(({ reference }) => reference).filter((one) => !came.has(one));
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      await settleArrivals(sql, id, await this.store(arrived));
      await countAttempts(sql, id, missing);
      // Whatever fails after this, the source is not out of order.
      if (came.size > 0) await sql.update(ExchangeSource, { id }, { failures: 0 });
    });
    return missing;
  }

  private async readEach(
    sourceId: string,
    waiting: readonly WaitingArrival[],
    details: ReadonlyMap<string, ReadDetails>,
  ): Promise<Arrived[]> {
    const isClosed = ({ active, reference }: WaitingArrival): boolean =>
      !active || details.get(reference)?.status === 'CLOSED';
    const ending = await this.database.as(SYSTEM, (sql) =>
      findEnding(sql, sourceId, waiting.filter(isClosed)),
    );
    const arrived: Arrived[] = [];
    for (const [index, arrival] of waiting.entries()) {
      const base = { row: index + 1, file: null, format: 'xml' as const, sent: null };
      const content = details.get(arrival.reference)?.content ?? null;
      if (isClosed(arrival)) {
        const ended = ending.get(arrival.vacancyId ?? '');
        arrived.push({ arrival, record: { ...base, draft: null, findings: [], ...(ended && { ended }) } });
      } else if (content !== null)
        arrived.push({ arrival, record: { ...base, ...(await readContent(content)) } });
    }
    return this.withTitles(arrived);
  } // prettier-ignore

  private async withTitles(arrived: readonly Arrived[]): Promise<Arrived[]> {
    const titles = titlesToRead(arrived.map(({ record }) => record));
    const readTitle = await actAs(SYSTEM, () => this.titles.readerOf(titles));
    return arrived.map(({ arrival, record }) => ({
      arrival,
      record: occupationByTitle(record, readTitle),
    }));
  }

  /** Whatever went out from here must not come in again under the name of another service. */
  private async withoutOwn(arrived: readonly Arrived[]): Promise<(Arrived & { isOwn: boolean })[]> {
    const documents = arrived.flatMap(({ record: { draft } }) =>
      draft ? [{ agency: draft.sourceAgency, id: draft.sourceId }] : [],
    );
    const own = await this.database.as(SYSTEM, (sql) => findOwnDocuments(sql, documents));
    return arrived.map((one) => ({ ...one, isOwn: own.has(keyOf(one.record) ?? '') }));
  }

  private async store(arrived: readonly (Arrived & { isOwn: boolean })[]): Promise<ArrivalResult[]> {
    const given = new Set(arrived.map(({ record }) => keyOf(record)));
    const records = arrived.filter(({ isOwn }) => !isOwn).map(({ record }) => endingAlone(record, given));
    const results = (await this.deliveries.store(records))[Symbol.iterator]();
    return arrived.map(({ arrival: { reference, stamp, active }, record, isOwn }) => {
      const base = { reference, stamp, vacancyId: null, findings: [] };
      if (isOwn) return { ...base, outcome: 'own' };
      const result = results.next().value;
      if (!active || record.ended) return { ...base, outcome: 'closed' };
      return { ...base, ...outcomeOf(result, record) };
    });
  } // prettier-ignore
}

/** One that is given again at once, under another reference, does not end. */
function endingAlone(record: VacancyRecord, given: ReadonlySet<string | null>): VacancyRecord {
  const { ended } = record;
  const isGiven = ended && given.has(documentKey(ended.sourceAgency, ended.sourceId));
  return isGiven ? { ...record, ended: undefined } : record;
}

function keyOf({ draft }: VacancyRecord): string | null {
  return draft && documentKey(draft.sourceAgency, draft.sourceId);
}

function remarkOn(missing: number, lastFailure: string | null): string[] {
  if (missing === 0) return [];
  const reason = lastFailure === null ? '' : ` (${lastFailure})`;
  return [`${missing} vacancies came without their details${reason}.`];
}

function outcomeOf(
  result: DeliveryResult | undefined,
  record: VacancyRecord,
): Pick<ArrivalResult, 'outcome' | 'vacancyId' | 'findings'> {
  if (result?.id) return { outcome: 'stored', vacancyId: result.id, findings: [] };
  const isClosed = record.draft === null && record.findings.length === 0;
  const findings = result?.findings ?? record.findings;
  return { outcome: isClosed ? 'closed' : 'rejected', vacancyId: null, findings };
}

function ministryOf({ organisationId, state }: ExchangeSource): Tenant {
  return { role: 'ministry', organisationId, country: state };
}
