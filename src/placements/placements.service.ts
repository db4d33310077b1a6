import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { getOne } from '../platform/database/rows.ts';
import { ownOrganisation } from '../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { Placement } from './placement.entity.ts';
import { notYet, placementNotFound } from './placements.errors.ts';
import { PlacementEvent } from './steps/placement-event.entity.ts';
import { PlacementRecord } from './steps/placement-record.entity.ts';
import type { PlacementQuery, RecordDto } from './steps/steps.dto.ts';
import { personErased } from './steps/steps.errors.ts';

/** Placements as each party may see them, with their histories and records. */
@Injectable()
export class Placements {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Lists placements, newest first: new offers await an answer, while old placements need little.
   */
  async list(query: PlacementQuery): Promise<Page<Placement>> {
    const { status, vacancyId, collectiveOfferId } = query;
    const newest = newestFirst(query);
    const where = {
      ...newest.where,
      ...(status && { status }),
      ...(vacancyId && { vacancyId }),
      ...(collectiveOfferId && { collectiveOfferId }),
    };
    const rows = await this.database.transaction((sql) =>
      sql.find(Placement, { ...newest, where }),
    );
    return pageOf(rows, query);
  }

  /** Returns a placement. @throws ProblemError 404 */
  async get(id: string): Promise<Placement> {
    return this.database.transaction((sql) => getOne(sql, Placement, { id }, placementNotFound));
  }

  /** Returns the history of a placement, oldest first. @throws ProblemError 404 */
  async events(placementId: string, query: PageQuery): Promise<Page<PlacementEvent>> {
    await this.get(placementId);
    const where = { placementId, ...(query.cursor && { id: MoreThan(query.cursor) }) };
    const rows = await this.database.transaction((sql) =>
      sql.find(PlacementEvent, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /** Returns the records of a placement, oldest first. @throws ProblemError 404 */
  async records(placementId: string, query: PageQuery): Promise<Page<PlacementRecord>> {
    await this.get(placementId);
    const where = { placementId, ...(query.cursor && { id: MoreThan(query.cursor) }) };
    const rows = await this.database.transaction((sql) =>
      sql.find(PlacementRecord, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /**
   * Adds a record; existing records are never changed.
   * @throws ProblemError 400, 404, 409 once the person was erased, about whom nothing more is
   * written
   */
  async record(placementId: string, dto: RecordDto): Promise<PlacementRecord> {
    return this.database.transaction(async (sql) => {
      const { candidateId, status } = await this.get(placementId);
      // A generic post that is not accepted yet has no person to erase.
      const isNamed = status !== 'waiting' && status !== 'offered';
      if (isNamed && candidateId === null) throw personErased();
      if (dto.happenedOn > this.clock.today()) throw notYet('/happenedOn');
      const { kind, happenedOn, evidence, hours = null } = dto;
      const organisationId = ownOrganisation();
      const by = { organisationId, createdAt: this.clock.now() };
      const record = { id: newId(), placementId, kind, happenedOn, hours, evidence, ...by };
      await this.database.elevated(sql, () => sql.insert(PlacementRecord, record));
      return record;
    });
  }
}
