import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { writePositionOpening } from '../formats/write-position-opening.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { badReferences, notMillis } from './exchange.errors.ts';
import type {
  ChangedReferences,
  ExchangeDetails,
  ExchangeReference,
} from './exchange-references.ts';
import { giveOffers } from './give-offers.ts';

/** Of the EURES scheme; what writePositionOpening writes. */
const FORMAT_VERSION = '1.3';
const MOST_DETAILS = 500;
/** So many references are held in memory at once. */
const PAGE = 250;

interface OfferRow {
  vacancyId: string;
  reference: string;
  source: string;
  agency: string;
  documentId: string;
  sender: string;
  active: boolean;
  created: string;
  modified: string;
  closed: string | null;
}

const columns = `vacancy_id AS "vacancyId", reference, source, agency, document_id AS "documentId",
  sender, active, created_millis AS created, modified_millis AS modified, closed_millis AS closed`;

/** The vacancies of member states as they are offered to EURES, tombstones of closed ones included. */
@Injectable()
export class ExchangeOffers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Every vacancy that is or ever was offered: `{ allReferences: ExchangeReference[] }`
   * as JSON, however many there are.
   */
  async all(): Promise<Readable> {
    const first = await this.given((sql) => pageAfter(sql, ''));
    return Readable.from(this.written(first));
  }

  /** `since`: milliseconds since 1970 UTC; what was given at that very moment is not among them. */
  async changes(since: string): Promise<ChangedReferences> {
    if (!/^\d{1,15}$/.test(since)) throw notMillis(since);
    const moment = Number(since);
    const rows = await this.given((sql) =>
      sql.query<OfferRow[]>(
        `SELECT ${columns} FROM exchange_offer WHERE modified_millis > $1 ORDER BY reference`,
        [moment],
      ),
    );
    const kept = (wanted: (row: OfferRow) => boolean): ExchangeReference[] =>
      rows.filter(wanted).map(referenceOf);
    return {
      createdReferences: kept(({ active, created }) => active && Number(created) > moment),
      modifiedReferences: kept(({ active, created }) => active && Number(created) <= moment),
      closedReferences: kept(({ active }) => !active),
    };
  }

  /** What is known of the references, those left out that are not; a tombstone has no content. */
  async details(references: unknown): Promise<{ details: Record<string, ExchangeDetails> }> {
    if (!isListOfTexts(references)) throw badReferences(MOST_DETAILS);
    const { rows, vacancies } = await this.given(async (sql) => {
      const rows = await sql.query<OfferRow[]>(
        `SELECT ${columns} FROM exchange_offer WHERE reference = ANY($1) ORDER BY reference`,
        [references],
      );
      const ids = rows.filter(({ active }) => active).map(({ vacancyId }) => vacancyId);
      return { rows, vacancies: await sql.findBy(Vacancy, { id: In(ids) }) };
    });
    const byId = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
    const details = rows.map((row) => [row.reference, detailsOf(row, byId.get(row.vacancyId))]);
    return { details: Object.fromEntries(details) as Record<string, ExchangeDetails> };
  }

  private async *written(first: readonly OfferRow[]): AsyncGenerator<string> {
    yield '{"allReferences":[';
    for (let page = first; page.length > 0;) {
      const { reference: last = '' } = page.at(-1) ?? {};
      const next = await this.database.as(SYSTEM, (sql) => pageAfter(sql, last));
      const texts = page.map((row) => JSON.stringify(referenceOf(row)));
      yield `${texts.join(',')}${next.length > 0 ? ',' : ''}`;
      page = next;
    }
    yield ']}';
  }

  /** Whatever is read is read after everything that is due was given. */
  private async given<T>(read: (sql: EntityManager) => Promise<T>): Promise<T> {
    return this.database.as(SYSTEM, async (sql) => {
      await giveOffers(sql, this.clock.now().getTime(), this.clock.today());
      return read(sql);
    });
  }
}

function pageAfter(sql: EntityManager, reference: string): Promise<OfferRow[]> {
  return sql.query<OfferRow[]>(
    `SELECT ${columns} FROM exchange_offer WHERE reference > $1 ORDER BY reference LIMIT $2`,
    [reference, PAGE],
  );
}

function referenceOf(row: OfferRow): ExchangeReference {
  return {
    reference: row.reference,
    source: row.source,
    status: row.active ? 'ACTIVE' : 'CLOSED',
    creationTimestamp: Number(row.created),
    lastModificationTimestamp: Number(row.modified),
    ...(row.closed !== null && { closingTimestamp: Number(row.closed) }),
  };
}

function detailsOf(row: OfferRow, vacancy: Vacancy | undefined): ExchangeDetails {
  const reference = referenceOf(row);
  if (!vacancy) return reference;
  const { agency, documentId, sender: name } = row;
  const content = writePositionOpening(vacancy, { agency, documentId, name });
  return { ...reference, content, contentFormatVersion: FORMAT_VERSION };
}

function isListOfTexts(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= MOST_DETAILS &&
    value.every((one) => typeof one === 'string' && one.length <= 200)
  );
}
