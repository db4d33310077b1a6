import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { Partnership } from '../partnerships/partnership.entity.ts';
import { getHistory } from '../platform/versions/versions.queries.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { changeVersion } from '../platform/database/rows.ts';
import { currentTenant, ownCountry } from '../platform/database/tenant.ts';
import { type AsOfPageQuery, type AsOfQuery, momentOf } from '../platform/http/as-of.ts';
import { versionMismatch } from '../platform/http/http.errors.ts';
import {
  fallBackIncomplete,
  noOfferToFallBackTo,
  noPartnershipInForce,
  quotaNotFound,
  seatsOfOthers,
} from './quotas.errors.ts';
import { ruledRegion } from '../reference/nuts/ruled-region.ts';
import { unknownCode } from '../reference/reference.errors.ts';
import { type List, type Page, pageOf } from '../platform/http/paging.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { isIscoCode } from '../reference/isco/isco.ts';
import { normaliseNace } from '../reference/nace/nace.ts';
import type { EntryOrigin } from './ledger/entry-origin.ts';
import { recordOfferedSeats } from './ledger/offered-seats.ts';
import { lockQuotas } from './ledger/reserve-seats.ts';
import { Quota, type QuotaTerms } from './quota.entity.ts';
import { impactOf, type QuotaImpact } from './quota-impact.ts';
import { QuotaVersion } from './quota-version.entity.ts';
import { type KnownQuota, type QuotaDto, type QuotaView, viewOf } from './quotas.dto.ts';
import { findQuotasKnown, getQuota, recordTerms } from './quotas.queries.ts';

type Terms = Omit<QuotaTerms, 'id' | 'state' | 'version'>;

/** National offers, each kept by the ministry of its state. */
@Injectable()
export class Quotas {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes an offer.
   * @throws ProblemError 400 for an unknown code or a partnership not in force
   */
  async offer(dto: QuotaDto): Promise<QuotaView> {
    const terms = termsOf(dto, ownCountry());
    const state = ownCountry();
    const { seats } = terms;
    const quota = { ...terms, id: newId(), state, ceiling: seats, version: 1 };
    return this.database.transaction(async (sql) => {
      await assertUsable(sql, terms, { ...quota, taken: 0 });
      await sql.insert(Quota, quota);
      const entered = this.originOf(terms);
      await recordOfferedSeats(sql, quota.id, { before: null, after: seats }, entered);
      return this.announce(sql, quota.id, entered.at);
    });
  }

  /**
   * Changes the terms of an offer. Lowering `seats` below `taken` revokes no seat.
   * @throws ProblemError 400 as `offer`, 404, 409 for another country while seats are taken, 412
   * for another version than `version`
   */
  async change(id: string, version: number, dto: QuotaDto): Promise<QuotaView> {
    const terms = termsOf(dto, ownCountry());
    return this.database.transaction(async (sql) => {
      // Locked, so that no seat is taken between the check and the change.
      await lockQuotas(sql, [id]);
      const { seats: before, ...known } = await getQuota(sql, id);
      await assertUsable(sql, terms, known);
      const ceiling = () => `GREATEST(${terms.seats}, taken)`;
      await changeVersion(sql, Quota, { id, version }, { ...terms, ceiling });
      const entered = this.originOf(terms);
      await recordOfferedSeats(sql, id, { before, after: terms.seats }, entered);
      if (terms.seats > before) await putJob(sql, 'seats.freed', { quotaId: id });
      return this.announce(sql, id, entered.at);
    });
  }

  /**
   * Returns what `change` would do and to whom, without changing anything. @throws ProblemError as
   * `change`
   */
  async previewChange(id: string, version: number, dto: QuotaDto): Promise<QuotaImpact> {
    const terms = termsOf(dto, ownCountry());
    return this.database.transaction(async (sql) => {
      const before = await getQuota(sql, id);
      await assertUsable(sql, terms, before);
      if (before.version !== version) throw versionMismatch();
      return impactOf(sql, before, { ...before, ...terms });
    });
  }

  async list(query: AsOfPageQuery): Promise<Page<KnownQuota>> {
    const asOf = momentOf(query);
    const { cursor, limit } = query;
    return this.database.transaction(async (sql) => {
      if (asOf)
        return pageOf(await findQuotasKnown(sql, asOf, { cursor, limit: limit + 1 }), query);
      const where = cursor ? { id: MoreThan(cursor) } : {};
      const rows = await sql.find(Quota, { where, order: { id: 'ASC' }, take: limit + 1 });
      return pageOf<KnownQuota>(rows.map(viewOf), query);
    });
  }

  /**
   * Returns an offer now or at the moment asked for.
   * @throws ProblemError 404, also for an offer not yet known at that moment
   */
  get(id: string, query: AsOfQuery): Promise<KnownQuota> {
    const asOf = momentOf(query);
    return this.database.transaction(async (sql) => {
      if (asOf === null) return viewOf(await getQuota(sql, id));
      const [known] = await findQuotasKnown(sql, asOf, { id });
      if (!known) throw quotaNotFound();
      return known;
    });
  }

  /** Returns every version of the terms, oldest first. @throws ProblemError 404 */
  history(id: string): Promise<List<QuotaVersion>> {
    return this.database.transaction((sql) => getHistory(sql, QuotaVersion, id, quotaNotFound));
  }

  private originOf({ citation }: Terms): EntryOrigin {
    return { by: currentTenant().organisationId, at: this.clock.now(), reason: citation };
  }

  private async announce(sql: EntityManager, quotaId: string, at: Date): Promise<QuotaView> {
    await putJob(sql, 'quota.changed', { quotaId });
    const quota = await getQuota(sql, quotaId);
    await recordTerms(sql, quota, at);
    return viewOf(quota);
  }
}

function termsOf(dto: QuotaDto, state: string): Terms {
  if ((dto.fallsBackTo === undefined) !== (dto.fallsBackOn === undefined)) {
    throw fallBackIncomplete();
  }
  return {
    partnerCountry: dto.partnerCountry,
    partnershipId: dto.partnershipId ?? null,
    scopeScheme: dto.scopeScheme,
    scopeCode: scopeCodeOf(dto),
    region: dto.region === undefined ? null : ruledRegion(dto.region, state, '/region'),
    permitCategory: dto.permitCategory ?? null,
    startsOn: dto.startsOn,
    endsOn: dto.endsOn,
    seats: dto.seats,
    fallsBackTo: dto.fallsBackTo ?? null,
    fallsBackOn: dto.fallsBackOn ?? null,
    citation: dto.citation,
  };
}

function scopeCodeOf({ scopeScheme, scopeCode = '' }: QuotaDto): string | null {
  if (scopeScheme === 'any') return null;
  const known = scopeScheme === 'nace' ? normaliseNace(scopeCode) : scopeCode;
  if (known !== null && (scopeScheme === 'nace' || isIscoCode(known))) return known;
  throw unknownCode('/scopeCode', scopeCode, scopeScheme);
}

async function assertUsable(
  sql: EntityManager,
  terms: Terms,
  { id, state, taken, partnerCountry }: Pick<Quota, 'id' | 'state' | 'taken' | 'partnerCountry'>,
): Promise<void> {
  await assertPartnership(sql, terms, state);
  if (taken > 0 && terms.partnerCountry !== partnerCountry) throw seatsOfOthers(partnerCountry);
  const { fallsBackTo } = terms;
  if (fallsBackTo === null) return;
  // Row security shows a ministry only the offers of its own state.
  if (fallsBackTo !== id && (await sql.existsBy(Quota, { id: fallsBackTo }))) return;
  throw noOfferToFallBackTo();
}

async function assertPartnership(sql: EntityManager, terms: Terms, state: string): Promise<void> {
  const { partnershipId, partnerCountry } = terms;
  if (partnershipId === null) return;
  const found = await sql.findOneBy(Partnership, { id: partnershipId, status: 'in-force' });
  if (found?.partnerCountry === partnerCountry && found.states.includes(state)) return;
  throw noPartnershipInForce(partnerCountry, state);
}
