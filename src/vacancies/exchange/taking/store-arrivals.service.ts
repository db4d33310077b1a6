import { Injectable, Logger } from '@nestjs/common';
import type { QueryFailedError } from 'typeorm';
import { Database } from '../../../platform/database/database.ts';
import { isRefusedValue } from '../../../platform/database/sql-state.ts';
import type { Tenant } from '../../../platform/database/tenant.ts';
import { finding } from '../../../platform/formats/finding.ts';
import type { VacancyRecord } from '../../formats/read-vacancies.ts';
import { type DeliveryResult, VacancyDeliveries } from '../../vacancy-deliveries.service.ts';
import {
  type ArrivalResult,
  countAttempts,
  documentKey,
  settleArrivals,
  type WaitingArrival,
} from './arrivals.queries.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import {
  type Arrived,
  type Details,
  isClosed,
  keyOf,
  ReadArrivals,
} from './read-arrivals.service.ts';
import { renewLease, type SourceLease } from './source-lease.queries.ts';

/** What of a batch was not stored. */
export interface LeftOver {
  /** References of those that did not come. */
  missing: string[];
  /** Each that the database refuses, with what it says. */
  refused: string[];
}

interface Refused {
  arrival: WaitingArrival;
  error: QueryFailedError;
}

interface Stored {
  missing: string[];
  refused: Refused[];
}

/** Where more come than this and the database refuses each of them, the fault is not theirs but ours. */
const FEW = 10;

const LONGEST_REASON = 200;

const reasonOf = ({ error }: Refused): string => error.message.slice(0, LONGEST_REASON);

const remarkOn = (refused: Refused): string => `${refused.arrival.reference}: ${reasonOf(refused)}`;

/** Stores what came of a source, as the ministry that it is for. */
@Injectable()
export class StoreArrivals {
  private readonly log = new Logger('Exchange');

  constructor(
    private readonly database: Database,
    private readonly deliveries: VacancyDeliveries,
    private readonly reading: ReadArrivals,
  ) {}

  /**
   * In one transaction, or in as many as leave nothing back but what the database refuses. That is set aside,
   * as what cannot be read is, until its source says something else of it.
   * @throws LeaseLost; whatever is no fault of a vacancy. What was stored before stays
   */
  async store(
    lease: SourceLease,
    waiting: readonly WaitingArrival[],
    details: Details,
  ): Promise<LeftOver> {
    const endsLast = (one: WaitingArrival): number => Number(isClosed(one, details));
    // Whatever is given again under another reference is known for that before it would end.
    const inOrder = waiting.toSorted((one, other) => endsLast(one) - endsLast(other));
    const { missing, refused } = await this.storeOrHalve(lease, inOrder, details);
    const [first] = refused;
    if (first && refused.length > FEW && refused.length + missing.length === waiting.length) {
      // They come last next time, so that others are reached.
      await this.putOff(lease, refused);
      throw first.error;
    }
    for (const one of refused) await this.setAside(lease, one);
    return { missing, refused: refused.map(remarkOn) };
  }

  private async storeOrHalve(
    lease: SourceLease,
    waiting: readonly WaitingArrival[],
    details: Details,
  ): Promise<Stored> {
    try {
      return await this.storeTogether(lease, waiting, details);
    } catch (error) {
      if (!isRefusedValue(error)) throw error;
    }
    const [only] = waiting;
    if (only && waiting.length === 1) return this.storeAlone(lease, only, details);
    const middle = Math.ceil(waiting.length / 2);
    const first = await this.storeOrHalve(lease, waiting.slice(0, middle), details);
    const second = await this.storeOrHalve(lease, waiting.slice(middle), details);
    return {
      missing: [...first.missing, ...second.missing],
      refused: [...first.refused, ...second.refused],
    };
  }

  /** Once more, since somebody else may just have stored the same. */
  private async storeAlone(
    lease: SourceLease,
    arrival: WaitingArrival,
    details: Details,
  ): Promise<Stored> {
    try {
      return await this.storeTogether(lease, [arrival], details);
    } catch (error) {
      if (!isRefusedValue(error)) throw error;
      return { missing: [], refused: [{ arrival, error }] };
    }
  }

  private async putOff(lease: SourceLease, refused: readonly Refused[]): Promise<void> {
    const references = refused.map(({ arrival }) => arrival.reference);
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      await countAttempts(sql, lease.source.id, references);
    });
  }

  private async setAside(lease: SourceLease, refused: Refused): Promise<void> {
    const { id, name } = lease.source;
    const { reference, stamp } = refused.arrival;
    const told = `The database refuses it: ${reasonOf(refused)}.`;
    const findings = [finding('reject', 'not-storable', { path: 'content' }, told)];
    this.log.warn(`${remarkOn(refused)} (set aside, of ${name})`);
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      const outcome = 'rejected';
      await settleArrivals(sql, id, [{ reference, stamp, outcome, vacancyId: null, findings }]);
    });
  }

  private async storeTogether(
    lease: SourceLease,
    waiting: readonly WaitingArrival[],
    details: Details,
  ): Promise<Stored> {
    const { id } = lease.source;
    const arrived = await this.reading.read(id, waiting, details);
    const came = new Set(arrived.map(({ arrival }) => arrival.reference));
    const missing = waiting.map(({ reference }) => reference).filter((one) => !came.has(one));
    await this.database.as(ministryOf(lease.source), async (sql) => {
      await renewLease(sql, lease);
      await settleArrivals(sql, id, await this.deliver(arrived));
      await countAttempts(sql, id, missing);
      // Whatever fails after this, the source is not out of order.
      if (came.size > 0) await sql.update(ExchangeSource, { id }, { failures: 0 });
    });
    return { missing, refused: [] };
  }

  private async deliver(arrived: readonly Arrived[]): Promise<ArrivalResult[]> {
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
