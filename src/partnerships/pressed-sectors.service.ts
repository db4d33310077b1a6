import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { changeVersion } from '../platform/database/rows.ts';
import { ownCountry } from '../platform/database/tenant.ts';
import { type AsOfPageQuery, type AsOfQuery, momentOf } from '../platform/http/as-of.ts';
import { pressedSectorNotFound } from './partnerships.errors.ts';
import { unknownCode } from '../reference/reference.errors.ts';
import { type List, type Page, pageOf } from '../platform/http/paging.ts';
import { putJob } from '../platform/queue/outbox.ts';
import type { PressedSectorDto } from './partnerships.dto.ts';
import type { SectorExceptionDto } from './outflow/outflow.dto.ts';
import { findFigures, type KnownFigure } from './outflow/outflow.queries.ts';
import { SectorException } from './sector-exception.entity.ts';
import { PressedSector } from './pressed-sector.entity.ts';
import { readSectorCode } from './sector-codes.ts';
import { datedKinds } from './versions/dated-kinds.ts';
import { PressedSectorVersion } from './versions/pressed-sector-version.entity.ts';
import type { Known } from '../platform/versions/recorded-version.ts';
import { findDated, getHistory, recordVersion } from '../platform/versions/versions.queries.ts';

/** A pressed sector as it is now, or as it was at an earlier moment. */
export type KnownSector = Known<PressedSector>;

/** A pressed sector with its exceptions and the figures that bear on it. */
export interface PressedSectorView extends KnownSector {
  exceptions: SectorException[];
  /** Figures of the country's migration profile, latest year first. */
  figures: KnownFigure[];
}

/** Pressed sectors, which only the partner country itself names, changes and lifts. */
@Injectable()
export class PressedSectors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Names a pressed sector.
   * @throws ProblemError 400 for a code that its scheme does not have
   */
  async create(dto: PressedSectorDto): Promise<PressedSector> {
    const partnerCountry = ownCountry();
    const sector = {
      ...sectorTermsOf(dto),
      id: newId(),
      partnerCountry,
      liftedAt: null,
      version: 1,
    };
    return this.database.transaction(async (sql) => {
      await sql.insert(PressedSector, sector);
      return this.announce(sql, sector.id);
    });
  }

  /**
   * Renews or changes a sector. A lifted sector takes effect again. The terms before still hold
   * back matches that were requested under them.
   * @throws ProblemError 400 as `create`, 404, 412 for another version than `version`
   */
  async change(id: string, version: number, dto: PressedSectorDto): Promise<PressedSector> {
    const next = { ...sectorTermsOf(dto), liftedAt: null };
    return this.database.transaction(async (sql) => {
      await this.assertOwn(sql, id);
      await changeVersion(sql, PressedSector, { id, version }, next);
      return this.announce(sql, id);
    });
  }

  /** Ends the effects of a sector from now on. @throws ProblemError 404 */
  async lift(id: string): Promise<PressedSector> {
    return this.database.transaction(async (sql) => {
      await this.assertOwn(sql, id);
      const where = { id, liftedAt: IsNull() };
      await sql.update(PressedSector, where, { liftedAt: this.clock.now() });
      await sql.increment(PressedSector, { id }, 'version', 1);
      return this.announce(sql, id);
    });
  }

  async list(query: AsOfPageQuery): Promise<Page<KnownSector>> {
    const which = { cursor: query.cursor, limit: query.limit + 1 };
    const rows = await this.database.transaction((sql) =>
      findDated(sql, datedKinds.pressedSector, momentOf(query), which),
    );
    return pageOf(rows, query);
  }

  /**
   * Returns a sector with its exceptions and the figures of the migration profile.
   * @throws ProblemError 404, also for a sector not yet known at the moment asked for
   */
  async get(id: string, query: AsOfQuery): Promise<PressedSectorView> {
    const asOf = momentOf(query);
    return this.database.transaction(async (sql) => {
      const [found] = await findDated(sql, datedKinds.pressedSector, asOf, { id });
      if (!found) throw pressedSectorNotFound();
      // An exception is never changed, so it has no versions.
      const where = { pressedSectorId: id, ...(asOf && { createdAt: LessThanOrEqual(asOf) }) };
      const exceptions = await sql.find(SectorException, { where, order: { id: 'ASC' } });
      return { ...found, exceptions, figures: await findFigures(sql, found, asOf) };
    });
  }

  /** Returns every version of a sector, oldest first. @throws ProblemError 404 */
  history(id: string): Promise<List<PressedSectorVersion>> {
    return this.database.transaction((sql) =>
      getHistory(sql, PressedSectorVersion, id, pressedSectorNotFound),
    );
  }

  /** Re-opens a sector for a number of people under an agreement. @throws ProblemError 404 */
  async addException(pressedSectorId: string, dto: SectorExceptionDto): Promise<SectorException> {
    const partnerCountry = ownCountry();
    const createdAt = this.clock.now();
    const exception = { ...dto, id: newId(), pressedSectorId, partnerCountry, createdAt };
    return this.database.transaction(async (sql) => {
      await this.assertOwn(sql, pressedSectorId);
      await sql.insert(SectorException, exception);
      await putJob(sql, 'pressed-sector.changed', { pressedSectorId });
      return sql.findOneByOrFail(SectorException, { id: exception.id });
    });
  }

  /**
   * Every caller may read every sector, so row security alone does not protect those of other
   * countries.
   */
  private async assertOwn(sql: EntityManager, id: string): Promise<void> {
    const own = await sql.existsBy(PressedSector, {
      id,
      partnerCountry: ownCountry(),
    });
    if (!own) throw pressedSectorNotFound();
  }

  private async announce(sql: EntityManager, id: string): Promise<PressedSector> {
    await putJob(sql, 'pressed-sector.changed', { pressedSectorId: id });
    const sector = await sql.findOneByOrFail(PressedSector, { id });
    await recordVersion(sql, PressedSectorVersion, sector, this.clock.now());
    return sector;
  }
}

/**
 * Reads the terms that a request states, with the code in the form of its scheme.
 * @throws ProblemError 400 for a code that its scheme does not have
 */
export function sectorTermsOf(
  dto: PressedSectorDto,
): Pick<PressedSector, 'scheme' | 'code' | 'reason' | 'effects' | 'startsOn' | 'endsOn'> {
  const { scheme, reason, effects, startsOn, endsOn } = dto;
  const code = readSectorCode(scheme, dto.code.trim());
  if (code === null) throw unknownCode('/code', dto.code, scheme);
  return { scheme, code, reason, effects, startsOn, endsOn: endsOn ?? null };
}
