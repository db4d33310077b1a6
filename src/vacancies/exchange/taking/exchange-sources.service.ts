import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { Clock } from '../../../platform/clock/clock.ts';
import { Config } from '../../../platform/config/config.ts';
import { Database } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/database/new-id.ts';
import { changeVersion } from '../../../platform/database/rows.ts';
import { ownCountry, ownOrganisation } from '../../../platform/database/tenant.ts';
import {
  addressGoesOn,
  addressRefused,
  sourceKnown,
  sourceNotFound,
  sourcePaused,
} from './exchange-sources.errors.ts';
import { refusalOf } from '../../../platform/http/outbound/outbound.ts';
import { type List, type Page, pageBy } from '../../../platform/http/paging.ts';
import type { Language } from '../../../platform/language/language.ts';
import { putJob } from '../../../platform/queue/outbox.ts';
import { sayFindings } from '../../imports/finding-translations.ts';
import { sayRemark } from './asking/source-remarks.ts';
import { ExchangeSource } from './exchange-source.entity.ts';
import {
  type Arrival,
  arrivalOutcomes,
  type ArrivalOutcome,
  type ArrivalsQuery,
  type ExchangeSourceDto,
  type SourceHealth,
} from './exchange-sources.dto.ts';

const DEFAULT_MINUTES = 60;

/**
 * The sources of the exchange. A ministry keeps its own; the monitor sees all of them and may pause
 * one.
 */
@Injectable()
export class ExchangeSources {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds a source, which is polled for the first time within five minutes. @throws ProblemError
   * 400, 409
   */
  async create(dto: ExchangeSourceDto, language: Language): Promise<SourceHealth> {
    const settings = this.settingsOf(dto);
    return this.database.transaction(async (sql) => {
      const id = newId();
      const own = { id, organisationId: ownOrganisation(), state: ownCountry() };
      const begun = {
        cursorMillis: null,
        nextPollAt: this.clock.now(),
        failures: 0,
        unreadable: 0,
        remarks: [],
      };
      const source = { ...own, ...begun, paused: false, ...settings, version: 1 };
      await assertNew(sql, source);
      await sql.insert(ExchangeSource, source);
      return getSource(sql, id, language);
    });
  }

  async list(language: Language): Promise<List<SourceHealth>> {
    return this.database.transaction(async (sql) => {
      const sources = await sql.find(ExchangeSource, { order: { id: 'ASC' } });
      return { items: await withHealth(sql, sources, language) };
    });
  }

  get(id: string, language: Language): Promise<SourceHealth> {
    return this.database.transaction((sql) => getSource(sql, id, language));
  }

  /**
   * Changes a source. A new address keeps the cursor, as the service is taken to be the same, but
   * everything is requested there at once. A source stays paused unless the caller resumes it.
   * @throws ProblemError 400, 404, 409, 412
   */
  change(
    id: string,
    version: number,
    dto: ExchangeSourceDto,
    language: Language,
  ): Promise<SourceHealth> {
    const next = { ...this.settingsOf(dto), nextPollAt: this.clock.now(), failures: 0 };
    return this.update(id, version, next, language);
  }

  pause(id: string, version: number, paused: boolean, language: Language): Promise<SourceHealth> {
    return this.update(id, version, { paused }, language);
  }

  /** Polls a source in the background, even if it is not due. @throws ProblemError 404, 409 */
  poll(id: string, language: Language): Promise<SourceHealth> {
    return this.database.transaction(async (sql) => {
      const source = await getSource(sql, id, language);
      if (source.paused) throw sourcePaused();
      await putJob(sql, 'exchange-source.due', { sourceId: id });
      return source;
    });
  }

  async arrivals(id: string, query: ArrivalsQuery, language: Language): Promise<Page<Arrival>> {
    const { outcome, cursor = '', limit } = query;
    return this.database.transaction(async (sql) => {
      await getSource(sql, id, language);
      const rows = await sql.query<Arrival[]>(
        `SELECT reference, origin, outcome, attempts, vacancy_id AS "vacancyId", findings
           FROM exchange_arrival
          WHERE source_id = $1 AND outcome = $2 AND reference > $3 ORDER BY reference LIMIT $4`,
        [id, outcome, cursor, limit + 1],
      );
      const said = rows.map((row) => ({ ...row, findings: sayFindings(row.findings, language) }));
      return pageBy(said, query, ({ reference }) => reference);
    });
  }

  private update(
    id: string,
    version: number,
    next: Partial<ExchangeSource>,
    language: Language,
  ): Promise<SourceHealth> {
    return this.database.transaction(async (sql) => {
      const { organisationId, address: before } = await getSource(sql, id, language);
      const { address = before } = next;
      await assertNew(sql, { id, organisationId, address });
      const changes = { ...next, ...(address !== before && { fullAt: null }) };
      await changeVersion(sql, ExchangeSource, { id, version }, changes);
      return getSource(sql, id, language);
    });
  }

  /** Normalises the address, so that a service has only one. @throws ProblemError 400 */
  private settingsOf({
    name,
    address,
    intervalMinutes,
    paused,
  }: ExchangeSourceDto): SourceSettings {
    const url = new URL(address);
    const refusal = refusalOf(url, this.config.outbound);
    if (refusal !== null) throw addressRefused(refusal);
    if (url.search !== '' || url.hash !== '' || /\/getAll\/*$/.test(url.pathname))
      throw addressGoesOn();
    return {
      name,
      address: url.href.replace(/\/+$/, ''),
      intervalMinutes: intervalMinutes ?? DEFAULT_MINUTES,
      ...(typeof paused === 'boolean' && { paused }),
    };
  }
}

type SourceSettings = Pick<ExchangeSource, 'name' | 'address' | 'intervalMinutes'> &
  Partial<Pick<ExchangeSource, 'paused'>>;

/** @throws ProblemError 409 if the ministry has another source with that address */
async function assertNew(
  sql: EntityManager,
  { id, organisationId, address }: Pick<ExchangeSource, 'id' | 'organisationId' | 'address'>,
): Promise<void> {
  const where = { id: Not(id), organisationId, address };
  if (await sql.existsBy(ExchangeSource, where)) throw sourceKnown();
}

async function getSource(
  sql: EntityManager,
  id: string,
  language: Language,
): Promise<SourceHealth> {
  const [found] = await withHealth(sql, await sql.findBy(ExchangeSource, { id }), language);
  if (!found) throw sourceNotFound();
  return found;
}

async function withHealth(
  sql: EntityManager,
  sources: readonly ExchangeSource[],
  language: Language,
): Promise<SourceHealth[]> {
  const counts = await sql.query<{ id: string; outcome: ArrivalOutcome; count: number }[]>(
    `SELECT source_id AS id, outcome, count(*)::int AS count FROM exchange_arrival
      WHERE source_id = ANY($1) GROUP BY source_id, outcome`,
    [sources.map(({ id }) => id)],
  );
  const countOf = (id: string, outcome: ArrivalOutcome): number =>
    counts.find((one) => one.id === id && one.outcome === outcome)?.count ?? 0;
  return sources.map((source) => {
    const arrivals = arrivalOutcomes.map((outcome) => [outcome, countOf(source.id, outcome)]);
    const remarks = source.remarks.map((one) => ({
      code: one.code,
      message: sayRemark(one, language),
    }));
    return {
      ...source,
      remarks,
      lastError: remarks.map(({ message }) => message).join(' ') || null,
      health: healthOf(source),
      arrivals: Object.fromEntries(arrivals) as SourceHealth['arrivals'],
    };
  });
}

function healthOf({ paused, failures, lastSuccessAt }: ExchangeSource): SourceHealth['health'] {
  if (paused) return 'paused';
  if (failures > 0) return 'failing';
  return lastSuccessAt === null ? 'new' : 'well';
}
