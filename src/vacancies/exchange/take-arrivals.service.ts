import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { actAs, SYSTEM, type Tenant } from '../../platform/database/tenant.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { occupationByTitle, titlesToRead } from '../formats/occupation-by-title.ts';
import type { VacancyRecord } from '../formats/read-vacancies.ts';
import { type DeliveryResult, VacancyDeliveries } from '../vacancy-deliveries.service.ts';
import { Vacancy } from '../vacancy.entity.ts';
import {
  type ArrivalResult,
  countAttempts,
  documentKey,
  findOwnDocuments,
  findWaiting,
  settleArrivals,
  type WaitingArrival,
} from './arrivals.queries.ts';
import type { ExchangeClient } from './exchange-client.ts';
import type { ExchangeDetails } from './exchange-references.ts';
import type { ExchangeSource } from './exchange-source.entity.ts';
import { readContent } from './read-content.ts';
import { renewLease } from './source-lease.queries.ts';

const BATCH = 100;

/** One that came with its details, or needs none since it is closed. */
interface Arrived {
  arrival: WaitingArrival;
  record: VacancyRecord | 'own';
}

/** Takes in what waits of a source, a hundred a transaction, as the ministry that it is for. */
@Injectable()
export class TakeArrivals {
  constructor(
    private readonly database: Database,
    private readonly deliveries: VacancyDeliveries,
    private readonly titles: Titles,
  ) {}

  /**
   * @returns how many were asked for and did not come; they wait for the next poll
   * @throws Error where the source does not answer; what was taken in before stays
   */
  async take(source: ExchangeSource, client: ExchangeClient): Promise<number> {
    const missing: string[] = [];
    for (;;) {
      const waiting = await this.database.as(SYSTEM, async (sql) => {
        await renewLease(sql, source.id);
        return findWaiting(sql, source.id, { but: missing, limit: BATCH });
      });
      if (waiting.length === 0) return missing.length;
      const active = waiting.filter((one) => one.active).map(({ reference }) => reference);
      const details = active.length > 0 ? await client.details(active) : new Map<string, never>();
      missing.push(...(await this.takeBatch(source, waiting, details)));
    }
  }

  private async takeBatch(
    source: ExchangeSource,
    waiting: readonly WaitingArrival[],
    details: ReadonlyMap<string, ExchangeDetails>,
  ): Promise<string[]> {
    const arrived = await this.readEach(waiting, details);
    const came = new Set(arrived.map(({ arrival }) => arrival.reference));
    const missing = waiting.map(({ reference }) => reference).filter((one) => !came.has(one));
    await this.database.as(ministryOf(source), async (sql) => {
      await renewLease(sql, source.id);
      await settleArrivals(sql, source.id, await this.store(arrived));
      await countAttempts(sql, source.id, missing);
    });
    return missing;
  }

  private async readEach(
    waiting: readonly WaitingArrival[],
    details: ReadonlyMap<string, ExchangeDetails>,
  ): Promise<Arrived[]> {
    const known = await this.database.as(SYSTEM, (sql) => keysOf(sql, waiting));
    const arrived: { arrival: WaitingArrival; record: VacancyRecord }[] = [];
    for (const [index, arrival] of waiting.entries()) {
      const base = { row: index + 1, file: null, format: 'xml' as const, sent: null };
      const detail = details.get(arrival.reference);
      if (!arrival.active || detail?.status === 'CLOSED') {
        const ended = known.get(arrival.vacancyId ?? '');
        const record = { ...base, draft: null, findings: [], ...(ended && { ended }) };
        arrived.push({ arrival, record });
      } else if (detail?.content !== undefined) {
        const record = { ...base, ...(await readContent(detail.content)) };
        arrived.push({ arrival, record });
      }
    }
    const titles = titlesToRead(arrived.map(({ record }) => record));
    const readTitle = await actAs(SYSTEM, () => this.titles.readerOf(titles));
    return this.withoutOwn(
      arrived.map(({ arrival, record }) => ({
        arrival,
        record: occupationByTitle(record, readTitle),
      })),
    );
  }

  /** Whatever went out from here must not come in again under the name of another service. */
  private async withoutOwn(
    arrived: readonly { arrival: WaitingArrival; record: VacancyRecord }[],
  ): Promise<Arrived[]> {
    const documents = arrived.flatMap(({ record: { draft } }) =>
      draft ? [{ agency: draft.sourceAgency, id: draft.sourceId }] : [],
    );
    const own = await this.database.as(SYSTEM, (sql) => findOwnDocuments(sql, documents));
    return arrived.map(({ arrival, record }) => {
      const { draft } = record;
      const isOwn = draft && own.has(documentKey(draft.sourceAgency, draft.sourceId));
      return { arrival, record: isOwn ? 'own' : record };
    });
  }

  private async store(arrived: readonly Arrived[]): Promise<ArrivalResult[]> {
    const records = arrived.flatMap(({ record }) => (record === 'own' ? [] : [record]));
    const results = (await this.deliveries.store(records))[Symbol.iterator]();
    return arrived.map(({ arrival: { reference, stamp, active }, record }) => {
      const base = { reference, stamp, vacancyId: null, findings: [] };
      if (record === 'own') return { ...base, outcome: 'own' };
      const result = results.next().value;
      if (!active || record.ended) return { ...base, outcome: 'closed' };
      return { ...base, ...outcomeOf(result, record) };
    });
  }
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

/** How vacancies are known that came before. */
async function keysOf(
  sql: EntityManager,
  waiting: readonly WaitingArrival[],
): Promise<Map<string, { sourceAgency: string; sourceId: string }>> {
  const ids = waiting.flatMap(({ vacancyId }) => vacancyId ?? []);
  const select = { id: true, sourceAgency: true, sourceId: true };
  const rows = await sql.find(Vacancy, { select, where: { id: In(ids) } });
  return new Map(rows.map(({ id, sourceAgency, sourceId }) => [id, { sourceAgency, sourceId }]));
}

function ministryOf({ organisationId, state }: ExchangeSource): Tenant {
  return { role: 'ministry', organisationId, country: state };
}
