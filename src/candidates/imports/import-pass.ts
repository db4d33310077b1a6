import type { EntityManager } from 'typeorm';
import type { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import type { JobSteps } from '../../platform/queue/handles-job.ts';
import { type MergeResult, mergeCandidates } from '../candidate-rows.ts';
import { occupationsByTitle, type WordReaders } from '../formats/occupations-by-title.ts';
import type { HeaderMapping } from '../formats/header-mapping.ts';
import { type CandidateRecord, readCandidates } from '../formats/read-candidates.ts';
import type { CandidateIndex } from '../search/indexing/candidate-index.ts';
import { loadWords } from './agency-words.service.ts';
import { CandidateImport } from './candidate-import.entity.ts';
import { storeErrors } from './store-errors.ts';
import { Suggestions } from './suggestions.ts';

const BATCH = 2_000;

interface PassOptions {
  id: string;
  organisationId: string;
  /** `check` writes nobody; `rewrite` names nothing again that a check has named. */
  mode: 'check' | 'write' | 'rewrite';
  /** What occupations and skills in words are read by. */
  by: WordReaders;
}

/** What is stored in one step. */
interface Batch {
  records: CandidateRecord[];
  /** Of the file, when the last of them was read. */
  bytesRead: number;
  format: string | null;
}

/** Its agency wants no more of it. */
export class ImportCancelled extends Error {}

/** One reading of a file from its first chunk to its last. */
export class ImportPass {
  private readonly database: Database;
  private readonly index: CandidateIndex;
  private readonly options: PassOptions;
  private readonly suggestions = new Suggestions();
  private headers: HeaderMapping[] = [];
  private bytesRead = 0;

  constructor(database: Database, index: CandidateIndex, options: PassOptions) {
    this.database = database;
    this.index = index;
    this.options = options;
  }

  /** @throws ImportCancelled; CsvError, FormatError or ColumnRefused for what `fileFailure` explains */
  async run(steps: JobSteps): Promise<void> {
    const words = await this.database.as(SYSTEM, (sql) =>
      loadWords(sql, this.options.organisationId),
    );
    const onHeaders = (headers: HeaderMapping[]): void => void this.headers.push(...headers);
    let format: string | null = null;
    const onFormat = (found: string): void => void (format ??= found);
    let batch: CandidateRecord[] = [];
    let number = 0;
    let storing = Promise.resolve();
    // The next batch is read while the database stores this one; they are stored in their order.
    const store = async (): Promise<void> => {
      await storing;
      if (batch.length === 0) return;
      const full = { records: batch, bytesRead: this.bytesRead, format };
      batch = [];
      number += 1;
      storing = this.storeOnce(steps, number, full);
      storing.catch(() => undefined); // whoever waits for it next meets the same error
    };
    try {
      for await (const record of readCandidates(this.chunks(), { words, onHeaders, onFormat })) {
        batch.push(record);
        if (batch.length >= BATCH) await store();
      }
    } finally {
      await store();
      await storing;
    }
  }

  private async storeOnce(steps: JobSteps, number: number, batch: Batch): Promise<void> {
    await steps.once(`${this.options.mode}-${number}`, (sql) => this.store(sql, batch));
    await this.refuseCancelled();
  }

  private async *chunks(): AsyncGenerator<Uint8Array> {
    for (let seq = 0; ; seq += 1) {
      const [row] = await this.database.as(SYSTEM, (sql) =>
        sql.query<{ bytes: Buffer }[]>(
          'SELECT bytes FROM candidate_import_chunk WHERE import_id = $1 AND seq = $2',
          [this.options.id, seq],
        ),
      );
      if (!row) return;
      this.bytesRead += row.bytes.length;
      yield row.bytes;
    }
  }

  private async store(sql: EntityManager, batch: Batch): Promise<void> {
    const { id, mode, by } = this.options;
    const { bytesRead, format } = batch;
    const records = batch.records.map((record) => occupationsByTitle(record, by));
    const { created, updated, unchanged, ids } = await this.merge(sql, records);
    if (mode !== 'rewrite')
      await storeErrors(sql, this.options, { records, headers: this.headers }, this.suggestions);
    await sql.query(
      `UPDATE candidate_import
          SET read = read + $2, created = created + $3, updated = updated + $4,
              unchanged = unchanged + $5, rejected = rejected + $6, bytes_read = $7,
              format = $8, columns = $9
        WHERE id = $1`,
      [
        ...[id, records.length, created, updated, unchanged],
        ...[records.filter(({ draft }) => draft === null).length, bytesRead],
        ...[format, JSON.stringify(this.headers)],
      ],
    );
    await this.index.refresh(sql, ids);
  }

  /** A check runs the same statements and takes them back. */
  private async merge(sql: EntityManager, records: CandidateRecord[]): Promise<MergeResult> {
    const { id, organisationId, mode } = this.options;
    const drafts = records.flatMap(({ draft, findings }) =>
      draft ? [{ draft, warnings: findings }] : [],
    );
    if (mode !== 'check') return mergeCandidates(sql, organisationId, id, drafts);
    await sql.query('SAVEPOINT trial');
    const result = await mergeCandidates(sql, organisationId, id, drafts);
    await sql.query('ROLLBACK TO SAVEPOINT trial');
    return { ...result, ids: [] };
  }

  private async refuseCancelled(): Promise<void> {
    const { cancelAskedAt } = await this.database.as(SYSTEM, (sql) =>
      sql.findOneByOrFail(CandidateImport, { id: this.options.id }),
    );
    if (cancelAskedAt !== null) throw new ImportCancelled();
  }
}
