import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { getOne } from '../../platform/database/rows.ts';
import { ownOrganisation } from '../../platform/database/tenant.ts';
import { newestFirst, type Page, pageOf } from '../../platform/http/paging.ts';
import type { Language } from '../../platform/language/language.ts';
import { dateInState } from '../../reference/countries/state-days.ts';
import { vacancyNotFound } from '../../vacancies/vacancies.errors.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { vacancyFactsOf } from '../facts/vacancy-facts.ts';
import { lawSequence, loadLaw } from '../law/law-rules.queries.ts';
import { Match } from '../match.entity.ts';
import type { EvidencePackQuery } from '../matching.dto.ts';
import { evidencePackNotFound, matchNotFound } from '../matching.errors.ts';
import { chain } from './evidence-chain.ts';
import {
  EvidencePack,
  type EvidencePackHead,
  type EvidencePackView,
} from './evidence-pack.entity.ts';
import { evidencePage } from './evidence-page.ts';
import { EVIDENCE_FORMAT, evidenceOf } from './evidence.ts';
import { findWords, storeWords } from './sealed-words.queries.ts';
import { wordsOn } from './sealed-words.ts';

const HEAD = {
  id: true,
  vacancyId: true,
  matchId: true,
  organisationId: true,
  state: true,
  format: true,
  head: true,
  madeAt: true,
} as const;

/** Makes evidence packs. They are kept, and can be verified without this service. */
@Injectable()
export class EvidencePacks {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a pack of a vacancy with every decision that the caller may see.
   *
   * @throws ProblemError 404 if the caller cannot see the vacancy
   */
  makeForVacancy(vacancyId: string): Promise<EvidencePackView> {
    return this.make(vacancyId, null);
  }

  /**
   * Makes a pack of one decision.
   *
   * @throws ProblemError 404 if the caller cannot see the decision
   */
  async makeForMatch(matchId: string): Promise<EvidencePackView> {
    const match = await this.database.transaction((sql) =>
      getOne(sql, Match, { id: matchId }, matchNotFound),
    );
    return this.make(match.vacancyId, matchId);
  }

  /** Returns the packs that the caller may see, newest first. */
  async list({ vacancyId, ...query }: EvidencePackQuery): Promise<Page<EvidencePackHead>> {
    const { where, ...page } = newestFirst(query);
    const rows = await this.database.transaction((sql) =>
      sql.find(EvidencePack, {
        select: HEAD,
        where: { ...where, ...(vacancyId !== undefined && { vacancyId }) },
        ...page,
      }),
    );
    return pageOf(rows, query);
  }

  /** @throws ProblemError 404 if the caller cannot see the pack */
  async get(id: string): Promise<EvidencePackView> {
    return this.database.transaction(async (sql) => ({
      ...(await getOne(sql, EvidencePack, { id }, evidencePackNotFound)),
      words: await findWords(sql, id),
    }));
  }

  /**
   * Returns the pack as HTML in that language.
   *
   * @throws ProblemError 404 if the caller cannot see the pack
   */
  async page(id: string, language: Language): Promise<string> {
    return evidencePage(await this.get(id), language);
  }

  private async make(vacancyId: string, matchId: string | null): Promise<EvidencePackView> {
    return this.database.transaction(async (sql) => {
      const vacancy = await getOne(sql, Vacancy, { id: vacancyId }, vacancyNotFound);
      const { state } = vacancy;
      const madeAt = this.clock.now();
      const on = dateInState(state, madeAt);
      const sequence = await lawSequence(sql);
      const where = { vacancyId, ...(matchId !== null && { id: matchId }) };
      const matches = await sql.find(Match, { where, order: { position: 'ASC', id: 'ASC' } });
      const words = matches.flatMap(({ id, outcomeReason }) =>
        outcomeReason === null ? [] : wordsOn(id, outcomeReason),
      );
      const facts = vacancyFactsOf(vacancy);
      const law = await loadLaw(sql, state, on, { sequence });
      const known = { vacancy, facts, law, lawSequence: sequence, on, matches, words };
      const entries = chain(evidenceOf(known));
      const organisationId = ownOrganisation();
      const pack = { id: newId(), vacancyId, matchId, organisationId, state, madeAt };
      const head = entries.at(-1)?.hash ?? '';
      await sql.insert(EvidencePack, { ...pack, format: EVIDENCE_FORMAT, entries, head });
      await this.database.elevated(sql, () => storeWords(sql, pack.id, words, matches));
      return this.get(pack.id);
    });
  }
}
