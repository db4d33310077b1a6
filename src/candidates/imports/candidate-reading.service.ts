import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Config } from '../../platform/config/config.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { IdentitySecret } from '../../platform/identity/identity-secret.service.ts';
import type { FileImport } from '../../platform/imports/file-import.entity.ts';
import type { ImportBatches } from '../../platform/imports/running/import-batch.ts';
import type { ImportReading, PassOptions } from '../../platform/imports/running/importer.ts';
import { readBatches } from '../../platform/imports/running/read-batches.ts';
import { threadFile } from '../../platform/threads/run-in-thread.ts';
import { Titles } from '../../reference/titles/titles.service.ts';
import { CandidateIndex } from '../search/indexing/candidate-index.ts';
import type { AgencyWord } from './words/agency-word.entity.ts';
import { findWords, wordsToRead } from './words/agency-words.service.ts';
import {
  type Ask,
  ofAnyLanguage,
  type WordAnswer,
  type WordQuestion,
} from './words/learnt-words.ts';
import type { CandidateBatch } from './batch-lines.ts';
import { type PrepareOptions, prepareCandidates } from './prepare-candidates.ts';

/** The inputs that the reading of a file depends on, besides the file. */
interface CandidateBasis {
  words: AgencyWord[];
  /**
   * The day (`yyyy-mm-dd`) by which dates are judged likely, and until which years of work are
   * counted.
   */
  today: string;
}

/** Reads files of candidates. */
@Injectable()
export class CandidateReading implements ImportReading<CandidateBatch> {
  constructor(
    private readonly database: Database,
    private readonly titles: Titles,
    private readonly index: CandidateIndex,
    private readonly config: Config,
    private readonly secret: IdentitySecret,
  ) {}

  async basisOf(sql: EntityManager, { organisationId }: FileImport): Promise<CandidateBasis> {
    return { words: await findWords(sql, organisationId), today: this.index.today };
  }

  async read(
    found: FileImport,
    { mode, singly }: PassOptions,
    input: AsyncIterable<Uint8Array>,
  ): Promise<ImportBatches<CandidateBatch>> {
    const { id, organisationId } = found;
    const { words, today } = found.basis as CandidateBasis;
    const options: PrepareOptions = {
      importId: id,
      organisationId,
      words: wordsToRead(words),
      today,
      liveOn: this.index.today,
      indexed: mode !== 'check' && this.index.inBulk !== null,
      named: mode !== 'rewrite',
      singly,
      secret: this.secret.value,
    };
    return readBatches(found, input, {
      prepare: prepareCandidates,
      thread: threadFile('./reading.thread', import.meta.url),
      options,
      answer: await this.answers(),
      nodeArguments: this.config.threadArguments,
    });
  }

  /**
   * Returns answers to what only the main thread knows: the names of ESCO and the dictionaries of
   * the database.
   */
  private async answers(): Promise<Ask> {
    const names = await this.database.as(SYSTEM, () => this.titles.current());
    return async (asked) => {
      const { titles, skills } = await names.answer({
        titles: asked.titles.map(ofAnyLanguage),
        skills: asked.skills.map(ofAnyLanguage),
      });
      const stems = asked.stems.length === 0 ? [] : await this.stemsOf(asked.stems);
      return { titles, skills, stems };
    };
  }

  private stemsOf(pairs: WordQuestion['stems']): Promise<WordAnswer['stems']> {
    const { inBulk } = this.index;
    return this.database.as(SYSTEM, async () => inBulk?.stems(pairs) ?? []);
  }
}
