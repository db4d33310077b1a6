import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, LessThanOrEqual, MoreThan } from 'typeorm';
import { discloseCount, roundDownToTens } from '../../access/disclosure.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { changeVersion, getOne } from '../../platform/database/rows.ts';
import { currentTenant, ownCountry } from '../../platform/database/tenant.ts';
import { type AsOfQuery, momentOf } from '../../platform/http/as-of.ts';
import {
  capNotFound,
  figureNotFound,
  numberOrShare,
  workforceNeeded,
  workforceUnknown,
} from '../partnerships.errors.ts';
import { Stored } from '../../platform/http/created.ts';
import { unknownCode } from '../../reference/reference.errors.ts';
import { type List, type Page, pageOf } from '../../platform/http/paging.ts';
import { putJob } from '../../platform/queue/outbox.ts';
import { isIscoCode } from '../../reference/isco/isco.ts';
import { readSectorCodes } from '../sector-codes.ts';
import { datedKinds } from '../versions/dated-kinds.ts';
import { MigrationFigureVersion } from '../versions/migration-figure-version.entity.ts';
import { OutflowCapVersion } from '../versions/outflow-cap-version.entity.ts';
import type { Dated } from '../../platform/versions/recorded-version.ts';
import {
  type DatedKind,
  findDated,
  getHistory,
  recordVersion,
} from '../../platform/versions/versions.queries.ts';
import { MigrationFigure } from './migration-figure.entity.ts';
import { OutflowCap } from './outflow-cap.entity.ts';
import type {
  CountryQuery,
  MigrationFigureDto,
  OutflowCapDto,
  OutflowCapView,
  OutflowEntryDto,
} from './outflow.dto.ts';
import { OutflowEntry } from './outflow-entry.entity.ts';
import { findCapStandings, type KnownFigure } from './outflow.queries.ts';

/** The number of people who leave a partner country, against the caps that it sets. */
@Injectable()
export class Outflow {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Sets a cap. @throws ProblemError 400 for a share without a workforce in the migration profile
   */
  async cap(dto: OutflowCapDto): Promise<OutflowCapView> {
    const cap = { ...termsOf(dto), id: newId(), partnerCountry: ownCountry(), version: 1 };
    return this.database.transaction(async (sql) => {
      await sql.insert(OutflowCap, cap);
      return this.announceCap(sql, cap.id);
    });
  }

  /** Changes a cap. @throws ProblemError 400, 404, 412 for another version than `version` */
  async changeCap(id: string, version: number, dto: OutflowCapDto): Promise<OutflowCapView> {
    return this.database.transaction(async (sql) => {
      await this.getOwnCap(sql, id);
      await changeVersion(sql, OutflowCap, { id, version }, termsOf(dto));
      return this.announceCap(sql, id);
    });
  }

  async caps(query: CountryQuery): Promise<Page<OutflowCapView>> {
    return this.database.transaction(async (sql) => {
      const page = pageOf(await findListed(sql, datedKinds.outflowCap, query), query);
      const items: OutflowCapView[] = [];
      for (const cap of page.items) items.push(await this.viewOf(sql, cap, momentOf(query)));
      return { ...page, items };
    });
  }

  /**
   * Returns a cap with its use.
   * @throws ProblemError 404, also for a cap not yet known at the moment asked for
   */
  async getCap(id: string, query: AsOfQuery): Promise<OutflowCapView> {
    const asOf = momentOf(query);
    return this.database.transaction(async (sql) => {
      const [found] = await findDated(sql, datedKinds.outflowCap, asOf, { id });
      if (!found) throw capNotFound();
      return this.viewOf(sql, found, asOf);
    });
  }

  /** Returns every version of a cap, oldest first. @throws ProblemError 404 */
  capHistory(id: string): Promise<List<OutflowCapVersion>> {
    return this.database.transaction((sql) => getHistory(sql, OutflowCapVersion, id, capNotFound));
  }

  /**
   * Counts people who left. A further entry corrects what was counted wrongly.
   * @throws ProblemError 400 for a code that its scheme does not have
   */
  async count(dto: OutflowEntryDto): Promise<OutflowEntry> {
    const codes = readSectorCodes(dto);
    const { organisationId } = currentTenant();
    const partnerCountry = ownCountry();
    const createdAt = this.clock.now();
    const entry = { ...dto, ...codes, id: newId(), partnerCountry, organisationId, createdAt };
    return this.database.transaction(async (sql) => {
      await sql.insert(OutflowEntry, entry);
      await putJob(sql, 'outflow.changed', { partnerCountry });
      return sql.findOneByOrFail(OutflowEntry, { id: entry.id });
    });
  }

  /**
   * Returns the entries in the order in which they were counted, like a register. Other callers
   * than the country itself see numbers of people in full tens.
   */
  async entries(query: CountryQuery): Promise<Page<OutflowEntry>> {
    const { cursor, limit, partnerCountry } = query;
    const asOf = momentOf(query);
    const where = {
      ...(cursor && { id: MoreThan(cursor) }),
      ...(partnerCountry && { partnerCountry }),
      ...(asOf && { createdAt: LessThanOrEqual(asOf) }),
    };
    const rows = await this.database.transaction((sql) =>
      sql.find(OutflowEntry, { where, order: { id: 'ASC' }, take: limit + 1 }),
    );
    return pageOf(
      rows.map((entry) => (isOwn(entry) ? entry : inTens(entry))),
      query,
    );
  }

  /**
   * Records a line of the migration profile. It replaces an earlier line for the same occupation,
   * region and year.
   * @throws ProblemError 400 for an unknown code, or if a cap loses the workforce it is a share of
   */
  async record(dto: MigrationFigureDto): Promise<Stored<MigrationFigure>> {
    assertIsco(dto.isco);
    const partnerCountry = ownCountry();
    const { isco = null, region = null, year } = dto;
    const { workforce = null, vacancies = null, emigrated = null, source } = dto;
    return this.database.transaction(async (sql) => {
      const [kept] = await sql.query<{ id: string }[]>(
        `INSERT INTO migration_figure
           (id, partner_country, isco, region, year, workforce, vacancies, emigrated, source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
         ON CONFLICT (partner_country, isco, region, year) DO UPDATE
            SET workforce = EXCLUDED.workforce, vacancies = EXCLUDED.vacancies,
                emigrated = EXCLUDED.emigrated, source = EXCLUDED.source,
                version = migration_figure.version + 1
         RETURNING id`,
        [newId(), partnerCountry, isco, region, year, workforce, vacancies, emigrated, source],
      );
      if (workforce === null) await this.assertAllLimited(sql, partnerCountry);
      await putJob(sql, 'outflow.changed', { partnerCountry });
      const figure = await sql.findOneByOrFail(MigrationFigure, { id: kept?.id ?? '' });
      await recordVersion(sql, MigrationFigureVersion, figure, this.clock.now());
      return new Stored(figure, figure.version === 1);
    });
  }

  async figures(query: CountryQuery): Promise<Page<KnownFigure>> {
    const rows = await this.database.transaction((sql) =>
      findListed(sql, datedKinds.migrationFigure, query),
    );
    return pageOf(rows, query);
  }

  /** Returns every version of a figure, oldest first. @throws ProblemError 404 */
  figureHistory(id: string): Promise<List<MigrationFigureVersion>> {
    return this.database.transaction((sql) =>
      getHistory(sql, MigrationFigureVersion, id, figureNotFound),
    );
  }

  /** Without a workforce, a cap by share would hold nobody back. @throws ProblemError 400 */
  private async assertAllLimited(sql: EntityManager, partnerCountry: string): Promise<void> {
    const caps = await sql.findBy(OutflowCap, { partnerCountry, people: IsNull() });
    const years = caps.map(({ year }) => year);
    const standings = await this.database.elevated(sql, () =>
      findCapStandings(sql, [partnerCountry], [...new Set(years)]),
    );
    if (standings.some(({ limit }) => limit === null)) throw workforceNeeded();
  }

  private async announceCap(sql: EntityManager, id: string): Promise<OutflowCapView> {
    const cap = await this.getOwnCap(sql, id);
    await recordVersion(sql, OutflowCapVersion, cap, this.clock.now());
    const view = await this.viewOf(sql, cap, null);
    if (view.limit === null) throw workforceUnknown();
    await putJob(sql, 'outflow.changed', { partnerCountry: view.partnerCountry });
    return view;
  }

  private async getOwnCap(sql: EntityManager, id: string): Promise<OutflowCap> {
    return getOne(sql, OutflowCap, { id, partnerCountry: ownCountry() }, capNotFound);
  }

  private async viewOf(
    sql: EntityManager,
    cap: Omit<OutflowCap, 'createdAt'>,
    asOf: Date | null,
  ): Promise<OutflowCapView> {
    // All entries count, including those that row security hides from the caller.
    const standings = await this.database.elevated(sql, () =>
      findCapStandings(sql, [cap.partnerCountry], [cap.year], asOf),
    );
    const { limit = null, used = 0 } = standings.find(({ id }) => id === cap.id) ?? {};
    const isTold = used === 0 || isOwn(cap);
    return {
      ...cap,
      limit,
      used: isTold ? used : discloseCount(used),
      reached: limit !== null && used >= limit,
    };
  }
}

/** Returns whether the caller is the country that the figure belongs to, which sees it exactly. */
function isOwn({ partnerCountry }: Pick<OutflowCap, 'partnerCountry'>): boolean {
  return partnerCountry === currentTenant().country;
}

function inTens(entry: OutflowEntry): OutflowEntry {
  return { ...entry, people: roundDownToTens(entry.people) };
}

function findListed<Content extends Dated>(
  sql: EntityManager,
  kind: DatedKind<Content>,
  query: CountryQuery,
): Promise<Content[]> {
  const { cursor, limit, partnerCountry } = query;
  const partnerCountries = partnerCountry === undefined ? undefined : [partnerCountry];
  return findDated(sql, kind, momentOf(query), { cursor, limit: limit + 1, partnerCountries });
}

function assertIsco(isco: string | undefined): void {
  if (isco !== undefined && !isIscoCode(isco)) throw unknownCode('/isco', isco, 'isco');
}

function termsOf(
  dto: OutflowCapDto,
): Omit<OutflowCap, 'id' | 'partnerCountry' | 'version' | 'createdAt'> {
  assertIsco(dto.isco);
  const { isco = null, region = null, year, people = null, effects, citation } = dto;
  const { sharePerMille = null } = dto;
  if ((people === null) === (sharePerMille === null)) throw numberOrShare();
  return { isco, region, year, people, sharePerMille, effects, citation };
}
