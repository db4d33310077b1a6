import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { type CopyValue } from '../../platform/database/copying/copy-line.ts';
import { copyRows } from '../../platform/database/copying/copy.ts';
import { Database } from '../../platform/database/database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { type EscoFiles, escoVersion, findEscoFiles } from './esco-files.ts';
import {
  type Changes,
  countDangling,
  countLoaded,
  createStaging,
  mergeConcepts,
  mergeRelations,
  mergeTexts,
  noteRelease,
  takeTurns,
  type Totals,
} from './esco-merge.queries.ts';
import { readConcepts, readRelations } from './esco-rows.ts';

export interface EscoImportOptions {
  /** The version, if the folder does not tell it or tells a wrong one. */
  version?: string | null;
  /** Called with the share of the work that is done, 0 to 1, and what is being done. */
  onProgress?: (share: number, doing: string) => void;
}

/** What an import did. */
export interface EscoReport {
  version: string;
  concepts: Changes;
  texts: Changes;
  relations: Changes;
  /** Relations of the files that refer to a concept that is not loaded. */
  dangling: number;
  /** What is loaded now. */
  totals: Totals;
}

/** The share of the work that reading the files takes; the rest is the three merges. */
const READING = 0.6;
const MERGE = (1 - READING) / 3;

const conceptColumns = [
  'uri', 'kind', 'language', 'code', 'isco', 'skill_type', 'reuse_level', 'nace', 'label',
  'alternatives', 'hidden', 'description', 'label_words', 'words', 'position',
]; // prettier-ignore

/** Returns an array for COPY, which takes an empty one only as text. */
const array = (values: readonly string[]): CopyValue => (values.length > 0 ? values : '{}');

type OnFile = (name: string) => (bytes: number) => void;

async function* conceptRows(files: EscoFiles, onFile: OnFile): AsyncGenerator<CopyValue[]> {
  let position = 0;
  for (const file of files.concepts) {
    for await (const row of readConcepts(file, onFile(basename(file.path)))) {
      position += 1;
      const { uri, kind, language, code, isco, skillType, reuseLevel, label, description } = row;
      yield [
        uri,
        kind,
        language,
        code,
        isco,
        skillType,
        reuseLevel,
        array(row.nace),
        label,
        array(row.alternatives),
        array(row.hidden),
        description,
        array(row.labelWords),
        array(row.words),
        position,
      ];
    }
  }
}

async function* relationRows(files: EscoFiles, onFile: OnFile): AsyncGenerator<CopyValue[]> {
  for (const file of files.relations) {
    for await (const { kind, from, to } of readRelations(file, onFile(basename(file.path)))) {
      yield [file.source, kind, from, to];
    }
  }
}

const isEmpty = (changes: Changes): boolean =>
  changes.added + changes.changed + changes.removed === 0;

/**
 * Loads the official ESCO CSV download into the database. The folder replaces each kind of concept,
 * each language and each kind of relation that it has a file for. The others are left alone, so
 * that languages may be loaded one download after another.
 */
@Injectable()
export class EscoImport {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Loads `folder` in one transaction: readers see the old release until the new one is complete. A
   * second run changes nothing.
   * @throws TableError naming the file, row and column at fault; nothing is changed then
   */
  async run(
    folder: string,
    { version = null, onProgress = () => undefined }: EscoImportOptions = {},
  ): Promise<EscoReport> {
    const files = await findEscoFiles(folder);
    return this.database.as(SYSTEM, async (sql) => {
      await takeTurns(sql);
      await this.stage(sql, files, onProgress);
      const merged = await this.merge(sql, onProgress);
      const totals = await countLoaded(sql);
      const report = {
        version: version ?? escoVersion(folder, totals.occupations),
        ...merged,
        totals,
      };
      await this.note(sql, report);
      onProgress(1, 'done');
      return report;
    });
  }

  private async stage(
    sql: EntityManager,
    files: EscoFiles,
    onProgress: (share: number, doing: string) => void,
  ): Promise<void> {
    const all = [...files.concepts, ...files.relations];
    const size = all.reduce((sum, file) => sum + file.size, 0);
    let read = 0;
    const onFile: OnFile = (name) => (bytes) => {
      read += bytes;
      onProgress((READING * read) / size, `reading ${name}`);
    };
    await createStaging(sql);
    await copyRows(sql, 'staged_concept', conceptColumns, conceptRows(files, onFile));
    const relationColumns = ['source', 'kind', 'from_uri', 'to_uri'];
    await copyRows(sql, 'staged_relation', relationColumns, relationRows(files, onFile));
  }

  private async merge(
    sql: EntityManager,
    onProgress: (share: number, doing: string) => void,
  ): Promise<Pick<EscoReport, 'concepts' | 'texts' | 'relations' | 'dangling'>> {
    onProgress(READING, 'storing concepts');
    const concepts = await mergeConcepts(sql);
    onProgress(READING + MERGE, 'storing labels');
    const texts = await mergeTexts(sql);
    onProgress(READING + 2 * MERGE, 'storing relations');
    const relations = await mergeRelations(sql);
    return { concepts, texts, relations, dangling: await countDangling(sql) };
  }

  /**
   * Records the release. The revision changes only with the content: matches made with unchanged
   * content stay valid.
   */
  private async note(sql: EntityManager, report: EscoReport): Promise<void> {
    const [known] = await sql.query<{ version: string; revision: string }[]>(
      'SELECT version, revision FROM esco_release',
    );
    const same =
      known?.version === report.version &&
      [report.concepts, report.texts, report.relations].every(isEmpty);
    await noteRelease(sql, {
      version: report.version,
      languages: report.totals.languages,
      revision: same ? known.revision : newId(),
      importedAt: this.clock.now(),
    });
  }
}
