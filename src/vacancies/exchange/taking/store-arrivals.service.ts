import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../../platform/database/database.ts';
import { type Refused, storeOrHalve } from '../../../platform/database/store-or-halve.ts';
import type { Tenant } from '../../../platform/database/tenant.ts';
import type { VacancyRecord } from '../../formats/read-vacancies.ts';
import { notStorable } from '../../../platform/imports/faults/not-storable.ts';
import { type DeliveryResult, VacancyDeliveries } from '../../vacancy-deliveries.service.ts';
import {
  type ArrivalResult,
  countAttempts,
  findUngiven,
  type IssuedDocument,
  lockVacancyRows,
  settleArrivals,
  type WaitingArrival,
} from './arrivals.queries.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import { type Arrived, type Details, ReadArrivals } from './read-arrivals.service.ts';
import { renewLease, type SourceLease } from './source-lease.queries.ts';

/** An arrival that the database refuses, with its error. */
export interface RefusedArrival {
  reference: string;
  reason: string;
}

/** What was not stored of a batch. */
export interface LeftOver {
  /** The references whose details did not come. */
  missing: string[];
  refused: RefusedArrival[];
  /** Whether the database stored any vacancy, new or changed. */
  isWritten: boolean;
}

const LONGEST_REASON = 200;

const reasonOf = ({ error }: Refused<Arrived>): string => error.message.slice(0, LONGEST_REASON);

const referenceOf = ({ arrival }: Arrived): string => arrival.reference;

/** Stores the arrivals of a source on behalf of its ministry. */
@Injectable()
export class StoreArrivals {
  private readonly log = new Logger('Exchange');

  constructor(
    private readonly database: Database,
    private readonly deliveries: VacancyDeliveries,
    private readonly reading: ReadArrivals,
  ) {}

  /**
   * Stores the arrivals in one transaction. If the database refuses some, the batch is halved until
   * only those are left. If any vacancy was written, the refused ones are set aside until their
   * source sends something new about them, as unreadable ones are. If none was, the fault may be
   * ours: they wait, and come last next time, so that others get their turn.
   * @throws LeaseLost, and any error that is not the fault of a vacancy; what was stored before
   * stays
   */
  async store(
    lease: SourceLease,
    waiting: readonly WaitingArrival[],
    details: Details,
  ): Promise<LeftOver> {
    const arrived = await this.reading.read(lease.source.state, waiting, details);
    const endsLast = ({ isClosed }: Arrived): number => Number(isClosed);
    // Closed arrivals come last. A vacancy now given under another reference is then stored before
    // the old reference would end it.
    const inOrder = arrived.toSorted((one, other) => endsLast(one) - endsLast(other));
    const storing = (some: readonly Arrived[]): Promise<boolean> => this.storeTogether(lease, some);
    const { refused, done } = await storeOrHalve(inOrder, storing);
    const isWritten = done.includes(true);
    if (isWritten) for (const one of refused) await this.setAside(lease, one);
    const came = new Set(arrived.map(referenceOf));
    const missing = waiting.map(({ reference }) => reference).filter((one) => !came.has(one));
    await this.putOff(
      lease,
      isWritten ? missing : [...missing, ...refused.map(({ item }) => referenceOf(item))],
    );
    return {
      missing,
      isWritten,
      refused: refused.map((one) => ({ reference: referenceOf(one.item), reason: reasonOf(one) })),
    };
  }

  private async putOff(lease: SourceLease, references: readonly string[]): Promise<void> {
    if (references.length === 0) return;
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      await countAttempts(sql, lease.source.id, references);
    });
  }

  /** The stored version of the vacancy stays, as its source has not closed it. */
  private async setAside(lease: SourceLease, refused: Refused<Arrived>): Promise<void> {
    const { id, name } = lease.source;
    const { reference, stamp } = refused.item.arrival;
    const findings = [notStorable('content', refused.error)];
    this.log.warn(
      `The vacancy ${reference} of the source ${name} is set aside: ${reasonOf(refused)}`,
    );
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      const outcome = 'rejected';
      await settleArrivals(sql, id, [{ reference, stamp, outcome, vacancyId: null, findings }]);
    });
  }

  /** Returns whether the database stored any vacancy, new or changed. */
  private async storeTogether(lease: SourceLease, arrived: readonly Arrived[]): Promise<boolean> {
    const { id, organisationId } = lease.source;
    return this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      const ids = arrived.flatMap(({ arrival }) => arrival.vacancyId ?? []);
      const documents = arrived.flatMap(({ record }) => documentOf(record) ?? []);
      await lockVacancyRows(sql, organisationId, { ids, documents });
      const { results, isWritten } = await this.deliver(arrived);
      await settleArrivals(sql, id, results);
      await this.endUngiven(sql, ids);
      // Whatever fails after this, the source is not out of order.
      await sql.update(ExchangeSource, { id }, { failures: 0 });
      return isWritten;
    });
  }

  private async deliver(
    arrived: readonly Arrived[],
  ): Promise<{ results: ArrivalResult[]; isWritten: boolean }> {
    const isHeld = ({ isOwn, isClosed }: Arrived): boolean => !isOwn && !isClosed;
    const records = arrived.filter(isHeld).map(({ record }) => record);
    const delivered = await this.deliveries.store(records);
    const isWritten = records.some(({ draft }, at) => draft && isNew(delivered[at]));
    const next = delivered[Symbol.iterator]();
    const results = arrived.map((one) => {
      const { reference, stamp } = one.arrival;
      const base = { reference, stamp, vacancyId: null, findings: [] };
      if (isHeld(one)) return { ...base, ...outcomeOf(next.next().value) };
      return { ...base, outcome: one.isOwn ? ('own' as const) : ('closed' as const) };
    });
    return { results, isWritten };
  }

  /**
   * Ends those vacancies that no reference gives any more: their source closed them, no longer
   * gives them under this reference, or made them unlawful.
   */
  private async endUngiven(sql: EntityManager, vacancyIds: readonly string[]): Promise<void> {
    const ending = await findUngiven(sql, vacancyIds);
    const read = { file: null, format: 'xml' as const, sent: null, draft: null, findings: [] };
    await this.deliveries.store(ending.map((ended, at) => ({ ...read, row: at + 1, ended })));
  }
}

const isNew = (result?: DeliveryResult): boolean =>
  result?.outcome === 'created' || result?.outcome === 'updated';

function documentOf({ draft }: VacancyRecord): IssuedDocument | null {
  const { sourceAgency = null, sourceId = null } = draft ?? {};
  return sourceAgency === null || sourceId === null ? null : { sourceAgency, sourceId };
}

function outcomeOf(
  result: DeliveryResult | undefined,
): Pick<ArrivalResult, 'outcome' | 'vacancyId' | 'findings'> {
  const { id = null, outcome, findings = [] } = result ?? {};
  if (id !== null) return { outcome: 'stored', vacancyId: id, findings: [] };
  return { outcome: outcome === 'rejected' ? 'rejected' : 'closed', vacancyId: null, findings };
}

function ministryOf({ organisationId, state }: ExchangeSource): Tenant {
  return { role: 'ministry', organisationId, country: state };
}
