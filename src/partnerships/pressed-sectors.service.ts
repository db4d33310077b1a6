import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { currentTenant } from '../platform/database/tenant.ts';
import { versionMismatch } from '../platform/http/etag.ts';
import { type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { isIscoCode } from '../reference/isco/isco.ts';
import { normaliseNace } from '../reference/nace/nace.ts';
import type { PressedSectorDto } from './partnerships.dto.ts';
import { notUsable, pressedSectorNotFound } from './partnerships.errors.ts';
import { PressedSector, type SectorScheme } from './pressed-sector.entity.ts';

/** Sectors under pressure: named, changed and lifted by the partner country alone. */
@Injectable()
export class PressedSectors {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 400 for a code that its scheme does not have, or dates out of order */
  async name(dto: PressedSectorDto): Promise<PressedSector> {
    const partnerCountry = currentTenant().country ?? '';
    const sector = { ...fieldsOf(dto), id: newId(), partnerCountry, liftedAt: null, version: 1 };
    return this.database.transaction(async (sql) => {
      await sql.insert(PressedSector, sector);
      return this.announce(sql, sector.id);
    });
  }

  /** Renews or changes it. @throws ProblemError 404, 412 for another version than `version` */
  async change(id: string, version: number, dto: PressedSectorDto): Promise<PressedSector> {
    const next = { ...fieldsOf(dto), version: version + 1 };
    return this.database.transaction(async (sql) => {
      await this.assertOwn(sql, id);
      const changed = await sql.update(PressedSector, { id, version }, next);
      if (!changed.affected) throw versionMismatch();
      return this.announce(sql, id);
    });
  }

  /** Ends its effects from now on. @throws ProblemError 404 */
  async lift(id: string): Promise<PressedSector> {
    return this.database.transaction(async (sql) => {
      await this.assertOwn(sql, id);
      const where = { id, liftedAt: IsNull() };
      await sql.update(PressedSector, where, { liftedAt: this.clock.now() });
      await sql.increment(PressedSector, { id }, 'version', 1);
      return this.announce(sql, id);
    });
  }

  async list(query: PageQuery): Promise<Page<PressedSector>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(PressedSector, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<PressedSector> {
    const found = await this.database.transaction((sql) => sql.findOneBy(PressedSector, { id }));
    if (!found) throw pressedSectorNotFound();
    return found;
  }

  /** Everybody may read it, so that its country has to be asked besides row security. */
  private async assertOwn(sql: EntityManager, id: string): Promise<void> {
    const own = await sql.existsBy(PressedSector, {
      id,
      partnerCountry: currentTenant().country ?? '',
    });
    if (!own) throw pressedSectorNotFound();
  }

  private async announce(sql: EntityManager, id: string): Promise<PressedSector> {
    await this.outbox.put(sql, 'pressed-sector.changed', { pressedSectorId: id });
    return sql.findOneByOrFail(PressedSector, { id });
  }
}

function fieldsOf(
  dto: PressedSectorDto,
): Pick<PressedSector, 'scheme' | 'code' | 'reason' | 'effects' | 'startsOn' | 'endsOn'> {
  const { scheme, reason, effects, startsOn, endsOn } = dto;
  if (endsOn !== undefined && endsOn < startsOn) {
    throw notUsable('/endsOn', 'dates-out-of-order', 'It ends before it starts.');
  }
  const code = readCode(scheme, dto.code.trim());
  if (code === null) {
    throw notUsable('/code', 'unknown-code', `"${dto.code}" is no ${scheme.toUpperCase()} code.`);
  }
  return { scheme, code, reason, effects, startsOn, endsOn: endsOn ?? null };
}

const ESCO_OCCUPATION = /^http:\/\/data\.europa\.eu\/esco\/occupation\/[0-9a-f-]{36}$/;

function readCode(scheme: SectorScheme, code: string): string | null {
  if (scheme === 'nace') return normaliseNace(code);
  const known = scheme === 'isco' ? isIscoCode(code) : ESCO_OCCUPATION.test(code);
  return known ? code : null;
}
