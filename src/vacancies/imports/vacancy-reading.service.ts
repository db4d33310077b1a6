import { Injectable } from '@nestjs/common';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import type { FileImport } from '../../platform/imports/file-import.entity.ts';
import type { ImportBatches } from '../../platform/imports/import-batch.ts';
import type { ImportMode } from '../../platform/imports/importer.ts';
import { runInThread, threadFile, WORTH_A_THREAD } from '../../platform/threads/run-in-thread.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import type { Sender } from '../vacancy-law.ts';
import { clearedPhrases } from '../wording/wording-appeals.service.ts';
import {
  type AskTitles,
  type PrepareOptions,
  prepareVacancies,
  type VacancyBatch,
} from './prepare-vacancies.ts';

/** Reads files of vacancies, large ones in a thread of their own. */
@Injectable()
export class VacancyReading {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
    private readonly config: Config,
  ) {}

  async read(
    { id, organisationId, bytes }: FileImport,
    mode: ImportMode,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<VacancyBatch>> {
    const sender = await this.senderOf(organisationId);
    const named = mode !== 'rewrite';
    const data: PrepareOptions = { importId: id, organisationId, sender, named };
    const names = await this.database.as(SYSTEM, () => this.titles.current());
    const answer: AskTitles = async (titles) => (await names.answer({ titles })).titles;
    if (bytes < WORTH_A_THREAD) return prepareVacancies(data, input, answer);
    const { threadArguments: nodeArguments } = this.config;
    const file = threadFile('./reading.thread', import.meta.url);
    return runInThread(file, { data, input, answer, nodeArguments });
  }

  private senderOf(organisationId: string): Promise<Sender> {
    return this.database.as(SYSTEM, async (sql) => {
      const [found] = await sql.query<Omit<Sender, 'cleared'>[]>(
        'SELECT role, country FROM organisation WHERE id = $1',
        [organisationId],
      );
      if (!found) throw new Error('An import has lost its organisation.');
      return { ...found, cleared: await clearedPhrases(sql, organisationId) };
    });
  }
}
