import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { changeVersion } from '../../platform/database/rows.ts';
import { currentTenant, ownOrganisation } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf, type PageQuery } from '../../platform/http/paging.ts';
import { reconsiderRejected } from '../exchange/taking/arrivals.queries.ts';
import { appealElsewhere, appealNotFound } from '../vacancies.errors.ts';
import { clearedKey } from './check-wording.ts';
import { WordingAppeal } from './wording-appeal.entity.ts';
import type { AppealDecisionDto, WordingAppealDto } from './wording-appeals.dto.ts';

/** Appeals against refused phrases, recorded by the employer and decided by the ministry. */
@Injectable()
export class WordingAppeals {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Records an appeal. @throws ProblemError 403 for a ministry of another state */
  async appeal(dto: WordingAppealDto): Promise<WordingAppeal> {
    const { role, country } = currentTenant();
    if (role === 'ministry' && dto.state !== country) throw appealElsewhere(dto.state);
    const organisationId = ownOrganisation();
    const appeal = { ...dto, id: newId(), organisationId, status: 'open' as const, version: 1 };
    return this.database.transaction(async (sql) => {
      await sql.insert(WordingAppeal, appeal);
      return sql.findOneByOrFail(WordingAppeal, { id: appeal.id });
    });
  }

  /**
   * Decides an appeal. If the phrase is accepted, the next polls request again the vacancies that
   * exchange sources sent and that were rejected for it.
   * @throws ProblemError 404, 412 for another version than `version`
   */
  async decide(id: string, version: number, dto: AppealDecisionDto): Promise<WordingAppeal> {
    return this.database.transaction(async (sql) => {
      if (!(await sql.existsBy(WordingAppeal, { id }))) throw appealNotFound();
      const next = { ...dto, decidedAt: this.clock.now() };
      await changeVersion(sql, WordingAppeal, { id, version }, next);
      const decided = await sql.findOneByOrFail(WordingAppeal, { id });
      const { organisationId, status, phrase } = decided;
      if (status === 'accepted') await reconsiderRejected(sql, organisationId, phrase);
      return decided;
    });
  }

  /** Returns an appeal. @throws ProblemError 404 */
  async get(id: string): Promise<WordingAppeal> {
    const found = await this.database.transaction((sql) => sql.findOneBy(WordingAppeal, { id }));
    if (!found) throw appealNotFound();
    return found;
  }

  /** Lists appeals, newest first, because those are still undecided. */
  async list(query: PageQuery): Promise<Page<WordingAppeal>> {
    const rows = await this.database.transaction((sql) =>
      sql.find(WordingAppeal, newestFirst(query)),
    );
    return pageOf(rows, query);
  }
}

/** Returns the phrases that the organisation may use after an appeal, as keys of `clearedKey`. */
export async function clearedPhrases(
  sql: EntityManager,
  organisationId: string,
): Promise<ReadonlySet<string>> {
  const accepted = await sql.findBy(WordingAppeal, { organisationId, status: 'accepted' });
  return new Set(accepted.map(({ state, phrase }) => clearedKey(state, phrase)));
}
