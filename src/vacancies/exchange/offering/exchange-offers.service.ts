import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, In } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.ts';
import { Database } from '../../../platform/database/database.ts';
import { SYSTEM } from '../../../platform/database/tenant.ts';
import { writePositionOpening } from '../../formats/hr-xml/write-position-opening.ts';
import { Vacancy } from '../../vacancy.entity.ts';
import { badReferences, notMillis } from './exchange-facade.errors.ts';
import type { ExchangeDetails, ExchangeReference } from '../exchange-references.ts';
import { giveOffers } from '../give-offers.ts';

/** The version of the EURES scheme that writePositionOpening writes. */
const FORMAT_VERSION = '1.3';
const MOST_DETAILS = 500;
/** The number of references held in memory at once. */
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

/** The vacancies of member states offered to EURES, including the tombstones of closed ones. */
@Injectable()
export class ExchangeOffers {
  private giving: Promise<unknown> = Promise.resolve();
  private nextGiving: Promise<number> | null = null;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Returns every vacancy that is or ever was offered: `AllReferences` as a stream of JSON, however
   * many there are. A vacancy that changes while the stream is read bears the moment of the
   * request. A caller that next asks for changes since the last moment in it therefore gets that
   * change again.
   */
  async all(): Promise<Readable> {
    const moment = await this.give();
    return Readable.from(this.written({ allReferences: inOrder(moment) }));
  }

  /**
   * Returns as a stream of JSON what was offered, changed or closed since a moment, each vacancy in
   * one list. Changes made while it is read belong to the next request.
   * @param since milliseconds since 1970 UTC, exclusive
   * @throws ProblemError 400 if `since` is not such a number
   */
  async changes(since: string): Promise<Readable> {
    if (!/^\d{1,15}$/.test(since)) throw notMillis(since);
    const span = { since: Number(since), moment: await this.give() };
    const lists = {
      createdReferences: givenIn(span, 'active AND created_millis > $1'),
      modifiedReferences: givenIn(span, 'active AND created_millis <= $1'),
      closedReferences: givenIn(span, 'NOT active'),
    };
    return Readable.from(this.written(lists));
  }

  /**
   * Returns what is known of the references. Unknown ones are left out, and a tombstone has no
   * content.
   * @throws ProblemError 400 for anything but a list of at most 500 texts of up to 200 characters
   */
  async details(references: unknown): Promise<{ details: Record<string, ExchangeDetails> }> {
    if (!isListOfTexts(references)) throw badReferences(MOST_DETAILS);
    await this.give();
    const { rows, vacancies } = await this.database.as(SYSTEM, async (sql) => {
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

  private async *written(lists: Record<string, ReadPage>): AsyncGenerator<string> {
    let before = '{';
    for (const [name, readPage] of Object.entries(lists)) {
      yield `${before}"${name}":[`;
      let between = '';
      for (let last: OfferRow | null = null; ;) {
        const page: OfferRow[] = await this.database.as(SYSTEM, (sql) => readPage(sql, last));
        if (page.length === 0) break;
        yield between + page.map((row) => JSON.stringify(referenceOf(row))).join(',');
        between = ',';
        last = page.at(-1) ?? null;
      }
      before = '],';
    }
    yield ']}';
  }

  /**
   * Stamps everything that is due, so that a request reads only after that. Stampings wait for each
   * other. All requests that arrive during one share the next, so a process never has more than one
   * connection waiting for another.
   * @returns the last stamp; nothing has been given after it yet
   */
  private give(): Promise<number> {
    this.nextGiving ??= this.giveAfter(this.giving);
    return this.nextGiving;
  }

  private async giveAfter(before: Promise<unknown>): Promise<number> {
    await before.catch(() => undefined); // the requests that shared it have got the error
    const giving = this.database.as(SYSTEM, (sql) =>
      giveOffers(sql, this.clock.now().getTime(), this.clock.today()),
    );
    this.giving = giving;
    this.nextGiving = null;
    return giving;
  }
}

/** Reads the rows after `last`, or the first ones if it is null. Returns none at the end. */
type ReadPage = (sql: EntityManager, last: OfferRow | null) => Promise<OfferRow[]>;

/** Reads all offers. Their timestamps are cut off at the moment. */
function inOrder(moment: number): ReadPage {
  const upTo = (row: OfferRow): OfferRow => ({
    ...row,
    created: earlier(row.created, moment),
    modified: earlier(row.modified, moment),
    closed: row.closed && earlier(row.closed, moment),
  });
  return async (sql, last) => {
    const rows = await sql.query<OfferRow[]>(
      `SELECT ${columns} FROM exchange_offer WHERE reference > $1 ORDER BY reference LIMIT $2`,
      [last?.reference ?? '', PAGE],
    );
    return rows.map(upTo);
  };
}

/** Reads the offers matching `which` that were given after `since` and up to `moment`. */
function givenIn({ since, moment }: { since: number; moment: number }, which: string): ReadPage {
  return (sql, last) =>
    sql.query<OfferRow[]>(
      `SELECT ${columns} FROM exchange_offer
        WHERE (modified_millis, reference) > ($2::bigint, $3) AND modified_millis > $1::bigint
          AND modified_millis <= $4::bigint AND ${which}
        ORDER BY modified_millis, reference LIMIT $5`,
      [since, last?.modified ?? since, last?.reference ?? '', moment, PAGE],
    );
}

function earlier(millis: string, moment: number): string {
  return String(Math.min(Number(millis), moment));
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
