import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { changeVersion } from '../platform/database/rows.ts';
import { type AsOfPageQuery, type AsOfQuery, momentOf } from '../platform/http/as-of.ts';
import { noThirdCountry, partnershipNotFound } from './partnerships.errors.ts';
import { type List, type Page, pageOf } from '../platform/http/paging.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { isTierZeroCountry, normaliseCountry } from '../reference/countries/countries.ts';
import { Partnership } from './partnership.entity.ts';
import type { PartnershipDto } from './partnerships.dto.ts';
import { datedKinds } from './versions/dated-kinds.ts';
import { PartnershipVersion } from './versions/partnership-version.entity.ts';
import type { Known } from '../platform/versions/recorded-version.ts';
import { findDated, getHistory, recordVersion } from '../platform/versions/versions.queries.ts';

/** A partnership as it is now, or as it was at an earlier moment. */
export type KnownPartnership = Known<Partnership>;

/** Mobility partnerships: published agreements that every caller may read. */
@Injectable()
export class Partnerships {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Creates a partnership.
   * @throws ProblemError 400 for a partner that is not a third country
   */
  async create(dto: PartnershipDto): Promise<Partnership> {
    assertUsable(dto);
    const partnership = { ...fieldsOf(dto), id: newId(), version: 1 };
    return this.database.transaction(async (sql) => {
      await sql.insert(Partnership, partnership);
      return this.announce(sql, partnership.id);
    });
  }

  /**
   * Changes a partnership. @throws ProblemError 400, 404, 412 for another version than `version`
   */
  async change(id: string, version: number, dto: PartnershipDto): Promise<Partnership> {
    assertUsable(dto);
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(Partnership, { id }))) throw partnershipNotFound();
      await changeVersion(sql, Partnership, { id, version }, fieldsOf(dto));
      return this.announce(sql, id);
    });
  }

  async list(query: AsOfPageQuery): Promise<Page<KnownPartnership>> {
    const which = { cursor: query.cursor, limit: query.limit + 1 };
    const rows = await this.database.transaction((sql) =>
      findDated(sql, datedKinds.partnership, momentOf(query), which),
    );
    return pageOf(rows, query);
  }

  /**
   * Returns a partnership now or at the moment asked for.
   * @throws ProblemError 404, also for a partnership not yet known at that moment
   */
  async get(id: string, query: AsOfQuery): Promise<KnownPartnership> {
    const [found] = await this.database.transaction((sql) =>
      findDated(sql, datedKinds.partnership, momentOf(query), { id }),
    );
    if (!found) throw partnershipNotFound();
    return found;
  }

  /** Returns every version of a partnership, oldest first. @throws ProblemError 404 */
  history(id: string): Promise<List<PartnershipVersion>> {
    return this.database.transaction((sql) =>
      getHistory(sql, PartnershipVersion, id, partnershipNotFound),
    );
  }

  private async announce(sql: EntityManager, partnershipId: string): Promise<Partnership> {
    await putJob(sql, 'partnership.changed', { partnershipId });
    const partnership = await sql.findOneByOrFail(Partnership, { id: partnershipId });
    await recordVersion(sql, PartnershipVersion, partnership, this.clock.now());
    return partnership;
  }
}

function fieldsOf({
  endsOn,
  circularExemption,
  ...given
}: PartnershipDto): Omit<Partnership, 'id' | 'version' | 'createdAt'> {
  return { ...given, endsOn: endsOn ?? null, circularExemption: circularExemption ?? false };
}

function assertUsable({ partnerCountry }: PartnershipDto): void {
  if (normaliseCountry(partnerCountry) !== partnerCountry || isTierZeroCountry(partnerCountry)) {
    throw noThirdCountry(partnerCountry);
  }
}
