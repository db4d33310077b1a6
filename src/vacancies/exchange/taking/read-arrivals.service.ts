import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.ts';
import { actAs, SYSTEM } from '../../../platform/database/tenant.ts';
import { Titles } from '../../../reference/titles/titles.service.ts';
import { occupationByTitle, titlesToRead } from '../../formats/occupation-by-title.ts';
import type { VacancyRecord } from '../../formats/read-vacancies.ts';
import { documentKey, findOwnDocuments, type WaitingArrival } from './arrivals.queries.ts';
import type { ReadDetails } from './asking/exchange-client.ts';
import { readContent } from './asking/read-content.ts';

/** An arrival that came with its details, or that is closed and needs none. */
interface ReadArrival {
  arrival: WaitingArrival;
  record: VacancyRecord;
  /** Whether the source has closed it, by the reference or in the details. */
  isClosed: boolean;
}

export interface Arrived extends ReadArrival {
  /** Whether it is our own offer, which must not come back in under the name of another service. */
  isOwn: boolean;
}

/** The details received, by reference. */
export type Details = ReadonlyMap<string, ReadDetails>;

/** Reads the details of a source's waiting arrivals. */
@Injectable()
export class ReadArrivals {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
  ) {}

  /**
   * Reads the arrivals whose details came, in their order.
   * @param state that of the ministry, ISO 3166-1 alpha-2
   */
  async read(
    state: string,
    waiting: readonly WaitingArrival[],
    details: Details,
  ): Promise<Arrived[]> {
    const arrived = await this.withTitles(await readEach(waiting, details));
    const documents = arrived.flatMap(({ record: { draft } }) =>
      draft ? [{ agency: draft.sourceAgency, id: draft.sourceId }] : [],
    );
    const own = await this.database.as(SYSTEM, (sql) => findOwnDocuments(sql, state, documents));
    return arrived.map((one) => ({ ...one, isOwn: own.has(keyOf(one.record) ?? '') }));
  }

  private async withTitles(arrived: readonly ReadArrival[]): Promise<ReadArrival[]> {
    const titles = titlesToRead(arrived.map(({ record }) => record));
    const readTitle = await actAs(SYSTEM, () => this.titles.readerOf(titles));
    return arrived.map((one) => ({ ...one, record: occupationByTitle(one.record, readTitle) }));
  }
}

async function readEach(
  waiting: readonly WaitingArrival[],
  details: Details,
): Promise<ReadArrival[]> {
  const arrived: ReadArrival[] = [];
  for (const [index, arrival] of waiting.entries()) {
    const base = { row: index + 1, file: null, format: 'xml' as const, sent: null };
    const content = details.get(arrival.reference)?.content ?? null;
    const isClosed = isEnded(arrival, details);
    const read = isClosed || content === null ? null : await readContent(content);
    // The tombstone is of the reference. The document that it names may belong to another.
    if (isClosed || read?.ended)
      arrived.push({ arrival, isClosed: true, record: { ...base, draft: null, findings: [] } });
    else if (read) arrived.push({ arrival, isClosed, record: { ...base, ...read } });
  }
  return arrived;
} // prettier-ignore

function isEnded({ active, reference }: WaitingArrival, details: Details): boolean {
  return !active || details.get(reference)?.status === 'CLOSED';
}

/**
 * Returns the identity of the record's document as one text, or null if the record has no draft.
 */
function keyOf({ draft }: VacancyRecord): string | null {
  return draft && documentKey(draft.sourceAgency, draft.sourceId);
}
