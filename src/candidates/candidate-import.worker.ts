import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Jobs } from '../jobs.ts';
import { copyRows } from '../platform/database/copy.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { SYSTEM } from '../platform/database/tenant.ts';
import { HandlesJob, type JobSteps } from '../platform/queue/handles-job.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { Titles } from '../reference/titles/titles.service.ts';
import { CandidateImport } from './candidate-import.entity.ts';
import { mergeCandidates } from './candidate-rows.ts';
import type { HeaderMapping } from './formats/header-mapping.ts';
import { CandidateIndex } from './search/indexing/candidate-index.ts';
import { occupationsByTitle } from './formats/occupations-by-title.ts';
import { type CandidateRecord, fileFailure, readCandidates } from './formats/read-candidates.ts';

const BATCH = 1_000;

interface Reading {
  importId: string;
  organisationId: string;
  bytesRead: number;
}

/**
 * Reads an uploaded file in batches of 1,000 rows, each a step of its own. A worker that takes over
 * after a crash reads the file from its start and skips the steps that are done, so that the result
 * is the same as without one (guarantee G10).
 */
@Injectable()
export class CandidateImportWorker {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly index: CandidateIndex,
    private readonly titles: Titles,
  ) {}

  @HandlesJob('candidate-import.uploaded', { inSteps: true })
  async read({ importId }: Jobs['candidate-import.uploaded'], steps: JobSteps): Promise<void> {
    const organisationId = await this.begin(importId);
    if (organisationId === null) return;
    const reading = { importId, organisationId, bytesRead: 0 };
    const failure = await this.readAll(reading, steps).then(() => null, expectFailure);
    await steps.once('end', async (sql) => {
      const status = failure === null ? 'finished' : 'failed';
      await sql.query(
        `UPDATE candidate_import
            SET status = $2, failure = $3, finished_at = now(), bytes_read = bytes WHERE id = $1`,
        [importId, status, failure],
      );
      await sql.query('DELETE FROM candidate_import_chunk WHERE import_id = $1', [importId]);
      await this.outbox.put(sql, 'candidates.arrived', { importId });
    });
  }

  private async begin(importId: string): Promise<string | null> {
    const [rows] = await this.database.as(SYSTEM, (sql) =>
      sql.query<[{ organisation_id: string }[]]>(
        `UPDATE candidate_import
            SET status = 'running', started_at = COALESCE(started_at, now())
          WHERE id = $1 AND status IN ('waiting', 'running') RETURNING organisation_id`,
        [importId],
      ),
    );
    return rows[0]?.organisation_id ?? null;
  }

  private async readAll(reading: Reading, steps: JobSteps): Promise<void> {
    let batch: CandidateRecord[] = [];
    let number = 0;
    const store = async (): Promise<void> => {
      const full = batch;
      batch = [];
      number += 1;
      if (full.length > 0)
        await steps.once(`batch-${number}`, (sql) => this.store(sql, reading, full));
    };
    const onHeaders = (headers: HeaderMapping[]): void =>
      void this.noteIgnored(
        reading.importId,
        headers.filter(({ column }) => column === null).map(({ header }) => header),
      );
    try {
      for await (const record of readCandidates(this.chunks(reading), { onHeaders })) {
        batch.push(record);
        if (batch.length >= BATCH) await store();
      }
    } finally {
      await store();
    }
  }

  private async *chunks(reading: Reading): AsyncGenerator<Uint8Array> {
    for (let seq = 0; ; seq += 1) {
      const [row] = await this.database.as(SYSTEM, (sql) =>
        sql.query<{ bytes: Buffer }[]>(
          'SELECT bytes FROM candidate_import_chunk WHERE import_id = $1 AND seq = $2',
          [reading.importId, seq],
        ),
      );
      if (!row) return;
      reading.bytesRead += row.bytes.length;
      yield row.bytes;
    }
  }

  private async store(
    sql: EntityManager,
    reading: Reading,
    read: CandidateRecord[],
  ): Promise<void> {
    const { importId, organisationId, bytesRead } = reading;
    const by = await this.titles.wordReaders();
    const records = read.map((record) => occupationsByTitle(record, by));
    const drafts = records.flatMap(({ draft, findings }) =>
      draft ? [{ draft, warnings: findings }] : [],
    );
    const { created, updated, unchanged, ids } = await mergeCandidates(
      sql,
      organisationId,
      importId,
      drafts,
    );
    await storeErrors(sql, reading, records);
    const rejected = records.length - drafts.length;
    await sql.query(
      `UPDATE candidate_import
          SET read = read + $2, created = created + $3, updated = updated + $4,
              unchanged = unchanged + $5, rejected = rejected + $6, bytes_read = $7
        WHERE id = $1`,
      [importId, records.length, created, updated, unchanged, rejected, bytesRead],
    );
    await this.index.refresh(sql, ids);
  }

  private async noteIgnored(importId: string, columns: string[]): Promise<void> {
    await this.database.as(SYSTEM, (sql) =>
      sql.update(CandidateImport, { id: importId }, { ignoredColumns: columns }),
    );
  }
}

/** What is wrong with the file itself ends the import; anything else is tried again. */
function expectFailure(error: unknown): { code: string; message: string } {
  const failure = fileFailure(error);
  if (failure === null) throw error;
  return failure;
}

const errorColumns = [
  'id',
  'import_id',
  'organisation_id',
  'row',
  'column_name',
  'severity',
  'code',
  'value',
  'message',
  'record',
];

async function storeErrors(
  sql: EntityManager,
  { importId, organisationId }: Reading,
  records: readonly CandidateRecord[],
): Promise<void> {
  const rows = records.flatMap(({ row, findings, source }) =>
    findings.map(({ severity, code, path, value, message }) => {
      const record = severity === 'reject' && source ? JSON.stringify(source) : null;
      return [newId(), importId, organisationId, row, path, severity, code, value, message, record];
    }),
  );
  if (rows.length === 0) return;
  await sql.query(
    `CREATE TEMP TABLE IF NOT EXISTS faults (LIKE candidate_import_error) ON COMMIT DELETE ROWS`,
  );
  await copyRows(sql, 'faults', errorColumns, rows);
  const list = errorColumns.join(', ');
  await sql.query(`INSERT INTO candidate_import_error (${list}) SELECT ${list} FROM faults`);
  await sql.query('TRUNCATE faults');
}
