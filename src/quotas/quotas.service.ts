import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { Partnership } from '../partnerships/partnership.entity.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { currentTenant } from '../platform/database/tenant.ts';
import { versionMismatch } from '../platform/http/etag.ts';
import { type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { isIscoCode } from '../reference/isco/isco.ts';
import { normaliseNace } from '../reference/nace/nace.ts';
import { QuotaEntry } from './quota-entry.entity.ts';
import { releaseSeats, takeSeats } from './quota-ledger.ts';
import { Quota } from './quota.entity.ts';
import { type QuotaDto, type QuotaEntryDto, type QuotaView, viewOf } from './quotas.dto.ts';
import { notUsable, quotaNotFound } from './quotas.errors.ts';

type Terms = Omit<Quota, 'id' | 'state' | 'taken' | 'ceiling' | 'version' | 'createdAt'>;

/** National offers, each kept by the ministry of its state. */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** @throws ProblemError 400 for an unknown code, dates out of order or a partnership not in force */
  async offer(dto: QuotaDto): Promise<QuotaView> {
    const terms = termsOf(dto);
    const state = currentTenant().country ?? '';
    const { seats } = terms;
    const quota = { ...terms, id: newId(), state, taken: 0, ceiling: seats, version: 1 };
    return this.database.transaction(async (sql) => {
      await assertPartnership(sql, terms, state);
      await sql.insert(Quota, quota);
      await this.enter(sql, quota.id, 'open', seats);
      return this.announce(sql, quota.id);
    });
  }

  /** Lowering below what is taken revokes nothing. @throws ProblemError 404, 412 */
  async change(id: string, version: number, dto: QuotaDto): Promise<QuotaView> {
    const terms = termsOf(dto);
    return this.database.transaction(async (sql) => {
      const before = await this.find(sql, id);
      await assertPartnership(sql, terms, before.state);
      const ceiling = () => `GREATEST(${terms.seats}, taken)`;
      const next = { ...terms, ceiling, version: version + 1 };
      const changed = await sql.update(Quota, { id, version }, next);
      if (!changed.affected) throw versionMismatch();
      const more = terms.seats - before.seats;
      if (more !== 0) await this.enter(sql, id, more > 0 ? 'raise' : 'lower', Math.abs(more));
      return this.announce(sql, id);
    });
  }

  /** Seats taken or given back outside of Passerelle. @throws ProblemError 404, 409 */
  async record(quotaId: string, { act, seats, reason }: QuotaEntryDto): Promise<QuotaView> {
    return this.database.transaction(async (sql) => {
      await this.find(sql, quotaId);
      await (act === 'take' ? takeSeats : releaseSeats)(sql, { quotaId, seats, reason });
      const after = viewOf(await this.find(sql, quotaId));
      // Only the last seat taken, or the first one back, changes what anybody may be told.
      const before = after.seats - after.taken + (act === 'take' ? seats : -seats);
      const flipped = before > 0 !== after.remaining > 0;
      return flipped ? this.announce(sql, quotaId) : after;
    });
  }

  async list(query: PageQuery): Promise<Page<QuotaView>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(Quota, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows.map(viewOf), query);
  }

  /** @throws ProblemError 404 */
  get(id: string): Promise<QuotaView> {
    return this.database.transaction(async (sql) => viewOf(await this.find(sql, id)));
  }

  /** The ledger of an offer, oldest first. @throws ProblemError 404 */
  async entries(quotaId: string, query: PageQuery): Promise<Page<QuotaEntry>> {
    const where = { quotaId, ...(query.cursor && { id: MoreThan(query.cursor) }) };
    return this.database.transaction(async (sql) => {
      await this.find(sql, quotaId);
      const order = { id: 'ASC' as const };
      return pageOf(await sql.find(QuotaEntry, { where, order, take: query.limit + 1 }), query);
    });
  }

  private async find(sql: EntityManager, id: string): Promise<Quota> {
    const found = await sql.findOneBy(Quota, { id });
    if (!found) throw quotaNotFound();
    return found;
  }

  private async enter(
    sql: EntityManager,
    quotaId: string,
    act: QuotaEntry['act'],
    seats: number,
  ): Promise<void> {
    const { organisationId } = currentTenant();
    const reason = 'National offer changed';
    await sql.insert(QuotaEntry, { id: newId(), quotaId, act, seats, reason, organisationId });
  }

  private async announce(sql: EntityManager, quotaId: string): Promise<QuotaView> {
    await this.outbox.put(sql, 'quota.changed', { quotaId });
    return viewOf(await this.find(sql, quotaId));
  }
}

function termsOf(dto: QuotaDto): Terms {
  if (dto.endsOn < dto.startsOn) {
    throw notUsable('/endsOn', 'dates-out-of-order', 'It ends before it starts.');
  }
  return {
    partnerCountry: dto.partnerCountry,
    partnershipId: dto.partnershipId ?? null,
    scopeScheme: dto.scopeScheme,
    scopeCode: scopeCodeOf(dto),
    region: dto.region ?? null,
    permitCategory: dto.permitCategory ?? null,
    startsOn: dto.startsOn,
    endsOn: dto.endsOn,
    seats: dto.seats,
    citation: dto.citation,
  };
}

function scopeCodeOf({ scopeScheme, scopeCode = '' }: QuotaDto): string | null {
  if (scopeScheme === 'any') return null;
  const known = scopeScheme === 'nace' ? normaliseNace(scopeCode) : scopeCode;
  if (known !== null && (scopeScheme === 'nace' || isIscoCode(known))) return known;
  const detail = `"${scopeCode}" is no ${scopeScheme.toUpperCase()} code.`;
  throw notUsable('/scopeCode', 'unknown-code', detail);
}

async function assertPartnership(sql: EntityManager, terms: Terms, state: string): Promise<void> {
  const { partnershipId, partnerCountry } = terms;
  if (partnershipId === null) return;
  const found = await sql.findOneBy(Partnership, { id: partnershipId, status: 'in-force' });
  if (found?.partnerCountry === partnerCountry && found.states.includes(state)) return;
  const detail = `There is no such partnership in force between ${partnerCountry} and ${state}.`;
  throw notUsable('/partnershipId', 'no-partnership-in-force', detail);
}
