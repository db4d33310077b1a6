import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import type { FileImport } from '../../platform/imports/file-import.entity.ts';
import type { ImportBatches } from '../../platform/imports/running/import-batch.ts';
import type { ImportReading, PassOptions } from '../../platform/imports/running/importer.ts';
import { readBatches } from '../../platform/imports/running/read-batches.ts';
import { threadFile } from '../../platform/threads/run-in-thread.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import type { Sender } from '../vacancy-law.ts';
import { clearedPhrases } from '../wording/wording-appeals.service.ts';
import {
  type AskTitles,
  type PrepareOptions,
  prepareVacancies,
  type VacancyBatch,
} from './prepare-vacancies.ts';

/** The facts that the reading of a file of vacancies depends on. */
interface VacancyBasis {
  sender: Omit<Sender, 'cleared'>;
  /** Phrases that the sender may use after an appeal, as `clearedKey` writes them. */
  cleared: string[];
}

/** Reads files of vacancies. */
@Injectable()
export class VacancyReading implements ImportReading<VacancyBatch> {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
    private readonly config: Config,
  ) {}

  async basisOf(sql: EntityManager, { organisationId }: FileImport): Promise<VacancyBasis> {
    const [sender] = await sql.query<Omit<Sender, 'cleared'>[]>(
      'SELECT role, country FROM organisation WHERE id = $1',
      [organisationId],
    );
    if (!sender) throw new Error('An import has lost its organisation.');
    return { sender, cleared: [...(await clearedPhrases(sql, organisationId))] };
  }

  async read(
    found: FileImport,
    { mode, singly }: PassOptions,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<VacancyBatch>> {
    const { id, organisationId } = found;
    const basis = found.basis as VacancyBasis;
    const sender: Sender = { ...basis.sender, cleared: new Set(basis.cleared) };
    const named = mode !== 'rewrite';
    const options: PrepareOptions = { importId: id, organisationId, sender, named, singly };
    const names = await this.database.as(SYSTEM, () => this.titles.current());
    const answer: AskTitles = async (titles) => (await names.answer({ titles })).titles;
    return readBatches(found, input, {
      prepare: prepareVacancies,
      thread: threadFile('./reading.thread', import.meta.url),
      options,
      answer,
      nodeArguments: this.config.threadArguments,
    });
  }
}
