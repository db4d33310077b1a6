import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { versionMismatch } from '../platform/http/etag.ts';
import { type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { isTierZeroCountry, normaliseCountry } from '../reference/countries/countries.ts';
import { Partnership } from './partnership.entity.ts';
import type { PartnershipDto } from './partnerships.dto.ts';
import { notUsable, partnershipNotFound } from './partnerships.errors.ts';

/** Mobility partnerships: published agreements that everybody may read. */
@Injectable()
export class Partnerships {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ProblemError 400 for a partner that is no third country, or dates out of order */
  async create(dto: PartnershipDto): Promise<Partnership> {
    assertUsable(dto);
    const partnership = { ...fieldsOf(dto), id: newId(), version: 1 };
    return this.database.transaction(async (sql) => {
      const saved = await sql.save(sql.create(Partnership, partnership));
      await this.outbox.put(sql, 'partnership.changed', { partnershipId: saved.id });
      return saved;
    });
  }

  /** @throws ProblemError 404, 412 for another version than `version` */
  async change(id: string, version: number, dto: PartnershipDto): Promise<Partnership> {
    assertUsable(dto);
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(Partnership, { id }))) throw partnershipNotFound();
      const next = { ...fieldsOf(dto), version: version + 1 };
      const changed = await sql.update(Partnership, { id, version }, next);
      if (!changed.affected) throw versionMismatch();
      await this.outbox.put(sql, 'partnership.changed', { partnershipId: id });
      return sql.findOneByOrFail(Partnership, { id });
    });
  }

  async list(query: PageQuery): Promise<Page<Partnership>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(Partnership, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<Partnership> {
    const found = await this.database.transaction((sql) => sql.findOneBy(Partnership, { id }));
    if (!found) throw partnershipNotFound();
    return found;
  }
}

function fieldsOf({
  endsOn,
  circularExemption,
  ...given
}: PartnershipDto): Omit<Partnership, 'id' | 'version' | 'createdAt'> {
  return { ...given, endsOn: endsOn ?? null, circularExemption: circularExemption ?? false };
}

function assertUsable({ partnerCountry, startsOn, endsOn }: PartnershipDto): void {
  if (normaliseCountry(partnerCountry) !== partnerCountry || isTierZeroCountry(partnerCountry)) {
    const detail = `${partnerCountry} is no third country.`;
    throw notUsable('/partnerCountry', 'no-third-country', detail);
  }
  if (endsOn !== undefined && endsOn < startsOn) {
    throw notUsable('/endsOn', 'dates-out-of-order', 'It ends before it starts.');
  }
}
