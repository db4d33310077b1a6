import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.ts';
import { changeVersion, getOne } from '../platform/database/rows.ts';
import { currentTenant, ownOrganisation } from '../platform/database/tenant.ts';
import { Stored } from '../platform/http/created.ts';
import { newestFirst, type Page, pageOf } from '../platform/http/paging.ts';
import { putJob } from '../platform/queue/outbox.ts';
import { Titles } from '../reference/titles/titles.service.ts';
import { announceVacancies } from './storing/announce-vacancies.ts';
import { occupationsByTitle } from './formats/occupation-by-title.ts';
import { advertisementOf, draftOf, textsBeside } from './formats/own-json.ts';
import { storeVacancies } from './storing/store-vacancies.ts';
import type { AdvertisementDto, VacancyDto, VacancyQuery } from './vacancies.dto.ts';
import { otherState, unlawfulWording, vacancyNotFound } from './vacancies.errors.ts';
import { Vacancy } from './vacancy.entity.ts';
import {
  type Advertisement,
  hashDraft,
  stateOf,
  type VacancyDraft,
} from './formats/vacancy-draft.ts';
import { clearedKey, unlawfulWishesOf } from './wording/check-wording.ts';
import { clearedPhrases } from './wording/wording-appeals.service.ts';

/** Handles vacancies one at a time; VacancyDeliveries reads deliveries of many. */
@Injectable()
export class Vacancies {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
  ) {}

  /**
   * Publishes a vacancy at once. @throws ProblemError 400 for a wish that the law forbids, 403 for
   * a ministry that publishes for another state
   */
  async publish(dto: VacancyDto): Promise<Stored<Vacancy>> {
    const { draft, warnings } = await this.readDto(dto);
    return this.database.transaction(async (sql) => {
      await assertLawfulWording(sql, draft);
      const drafts = [{ draft, warnings }];
      const [stored] = (await storeVacancies(sql, ownOrganisation(), { drafts })).stored;
      const id = stored?.id ?? '';
      const isNew = stored?.outcome === 'created';
      if (isNew) await announceVacancies(sql, { published: [id] });
      if (stored?.outcome === 'updated') await announceVacancies(sql, { changed: [id] });
      return new Stored(await getVacancy(sql, id), isNew);
    });
  }

  /**
   * Changes a vacancy. Recorded advertising stays, unless `advertising` is given without it.
   * Translations stay, unless they are given.
   * @throws ProblemError 400, 403 as `publish`, 404, 412 for another version than `version`
   */
  async change(id: string, version: number, dto: VacancyDto): Promise<Vacancy> {
    const { draft: told, warnings } = await this.readDto(dto);
    return this.database.transaction(async (sql) => {
      const before = await getVacancy(sql, id);
      const { status, sourceAgency, sourceId } = before;
      const draft = withWhatStays(told, before, dto);
      await assertLawfulWording(sql, draft);
      const known = { ...draft, status, sourceAgency, sourceId, warnings };
      // Without a hash, so that a vacancy that is not open opens again if it is published
      // unchanged.
      const contentHash = status === 'open' ? hashDraft(draft) : '';
      const recordedAdvertising =
        dto.advertising && stillNamed((await lock(sql, id)).recorded, draft.advertising);
      const next = { ...known, state: stateOf(draft), contentHash, recordedAdvertising };
      await this.update(sql, id, version, next);
      await announceVacancies(sql, { changed: [id] });
      return getVacancy(sql, id);
    });
  }

  /** Withdraws a vacancy, so that it is no longer matched. @throws ProblemError 404 */
  async withdraw(id: string): Promise<Vacancy> {
    return this.database.transaction(async (sql) => {
      const { version } = await lock(sql, id);
      await this.update(sql, id, version, { status: 'withdrawn', contentHash: '' });
      await announceVacancies(sql, { ended: [id] });
      return getVacancy(sql, id);
    });
  }

  /**
   * Records where and when a vacancy was advertised: evidence for the labour-market test, which no
   * delivery removes. @throws ProblemError 404
   */
  async advertise(id: string, dto: AdvertisementDto): Promise<Vacancy> {
    const added = advertisementOf(dto);
    return this.database.transaction(async (sql) => {
      const { version, recorded } = await lock(sql, id);
      await this.update(sql, id, version, { recordedAdvertising: [...recorded, added] });
      await putJob(sql, 'vacancy.changed', { vacancyId: id });
      return getVacancy(sql, id);
    });
  }

  /** Lists vacancies, newest first, because those are being filled. */
  async list(query: VacancyQuery): Promise<Page<Vacancy>> {
    const newest = newestFirst(query);
    const where = { ...newest.where, ...(query.status && { status: query.status }) };
    const rows = await this.database.transaction((sql) => sql.find(Vacancy, { ...newest, where }));
    return pageOf(rows, query);
  }

  /** Returns a vacancy. @throws ProblemError 404 if the caller may not see it */
  get(id: string): Promise<Vacancy> {
    return this.database.transaction((sql) => getVacancy(sql, id));
  }

  private async readDto(
    dto: VacancyDto,
  ): Promise<{ draft: VacancyDraft; warnings: Vacancy['warnings'] }> {
    const [read] = await occupationsByTitle([draftOf(dto)], this.titles);
    if (!read?.draft) throw new Error('A checked vacancy always has a draft.');
    const { role, country } = currentTenant();
    const state = stateOf(read.draft);
    if (role === 'ministry' && state !== country) throw otherState(state);
    return { draft: read.draft, warnings: read.findings };
  }

  private async update(
    sql: EntityManager,
    id: string,
    version: number,
    next: Partial<Vacancy>,
  ): Promise<void> {
    await changeVersion(sql, Vacancy, { id, version }, { ...next, importId: null });
  }
}

function getVacancy(sql: EntityManager, id: string): Promise<Vacancy> {
  return getOne(sql, Vacancy, { id }, vacancyNotFound);
}

/** Locks a vacancy until this transaction ends. @throws ProblemError 404 */
async function lock(
  sql: EntityManager,
  id: string,
): Promise<{ version: number; recorded: Advertisement[] }> {
  const select = { id: true, version: true, recordedAdvertising: true } as const;
  const mode = 'for_no_key_update' as const;
  const found = await sql.findOne(Vacancy, { select, where: { id }, lock: { mode } });
  if (!found) throw vacancyNotFound();
  return { version: found.version, recorded: found.recordedAdvertising ?? [] };
}

/**
 * Keeps the fields that our own JSON cannot express, for a vacancy that may have come in another
 * format.
 */
function withWhatStays(
  draft: VacancyDraft,
  { sourceScheme, translations }: Vacancy,
  told: VacancyDto,
): VacancyDraft {
  const stay = told.translations ? {} : { translations: textsBeside(draft.language, translations) };
  return { ...draft, sourceScheme, ...stay };
}

const stillNamed = (
  recorded: readonly Advertisement[],
  named: readonly Advertisement[],
): Advertisement[] =>
  recorded.filter((one) => named.some((other) => isDeepStrictEqual(one, other)));

/** @throws ProblemError 400 with every phrase that states a wish that the law forbids */
async function assertLawfulWording(sql: EntityManager, draft: VacancyDraft): Promise<void> {
  const cleared = await clearedPhrases(sql, ownOrganisation());
  const state = stateOf(draft);
  const wishes = unlawfulWishesOf(draft, (phrase) => cleared.has(clearedKey(state, phrase)));
  if (wishes.length > 0) throw unlawfulWording(wishes);
}
