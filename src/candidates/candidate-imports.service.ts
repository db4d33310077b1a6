import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify/sync';
import { IsNull, MoreThan, Not } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { currentTenant } from '../platform/database/tenant.ts';
import { type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { Outbox } from '../platform/queue/outbox.ts';
import { CandidateImport, CandidateImportError } from './candidate-import.entity.ts';
import { emptyUpload, importNotFound } from './candidates.errors.ts';

/** An import with its progress. */
export interface ImportView extends CandidateImport {
  /** 0 to 100, by bytes. */
  percent: number;
  /** null before it starts. */
  rowsPerSecond: number | null;
}

const CHUNK = 1_048_576;

/** Files of many people: received whole, then read in the background. */
@Injectable()
export class CandidateImports {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores the file as it arrives, a megabyte a transaction, and hands it to the background.
   * @returns the receipt, with the SHA-256 of what arrived
   */
  async receive(file: AsyncIterable<Uint8Array>): Promise<ImportView> {
    const id = newId();
    const organisationId = currentTenant().organisationId ?? '';
    await this.database.transaction((sql) =>
      sql.query(
        `INSERT INTO candidate_import (id, organisation_id, status) VALUES ($1, $2, 'receiving')`,
        [id, organisationId],
      ),
    );
    const hash = createHash('sha256');
    let bytes = 0;
    let seq = 0;
    for await (const chunk of chunksOf(file)) {
      hash.update(chunk);
      bytes += chunk.length;
      const values = [id, organisationId, seq, chunk];
      await this.database.transaction((sql) =>
        sql.query('INSERT INTO candidate_import_chunk VALUES ($1, $2, $3, $4)', values),
      );
      seq += 1;
    }
    return this.accept(id, bytes, hash.digest('hex'));
  }

  async list(query: PageQuery): Promise<Page<ImportView>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(CandidateImport, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(
      rows.map((row) => this.view(row)),
      query,
    );
  }

  /** @throws ProblemError 404 */
  async get(id: string): Promise<ImportView> {
    const found = await this.database.transaction((sql) => sql.findOneBy(CandidateImport, { id }));
    if (!found) throw importNotFound();
    return this.view(found);
  }

  /** What is wrong with which row, in the order of the file. @throws ProblemError 404 */
  async errors(importId: string, query: PageQuery): Promise<Page<CandidateImportError>> {
    await this.get(importId);
    const where = { importId, ...(query.cursor && { id: MoreThan(query.cursor) }) };
    const rows = await this.database.transaction((sql) =>
      sql.find(CandidateImportError, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /**
   * The rejected rows as a spreadsheet, with columns that say what to mend; it can be sent again.
   * Cells that a spreadsheet would run as a formula are defused (OWASP, CSV injection).
   * @throws ProblemError 404
   */
  async failedRows(importId: string): Promise<string> {
    await this.get(importId);
    const rows = await this.database.transaction((sql) =>
      sql.find(CandidateImportError, {
        select: { row: true, columnName: true, code: true, message: true, record: true },
        where: { importId, severity: 'reject', record: Not(IsNull()) },
        order: { id: 'ASC' },
      }),
    );
    const records = rows.map(({ record, row, columnName, code, message }) => ({
      ...record,
      error_row: String(row),
      error_column: columnName,
      error_code: code,
      error_message: message,
    }));
    return stringify(records, { header: true, escape_formulas: true });
  }

  private async accept(id: string, bytes: number, sha256: string): Promise<ImportView> {
    if (bytes === 0) {
      await this.database.transaction((sql) => sql.delete(CandidateImport, { id }));
      throw emptyUpload();
    }
    await this.database.transaction(async (sql) => {
      await sql.update(CandidateImport, { id }, { status: 'waiting', bytes, sha256 });
      await this.outbox.put(sql, 'candidate-import.uploaded', { importId: id });
    });
    return this.get(id);
  }

  private view(found: CandidateImport): ImportView {
    const { bytes, bytesRead, read, startedAt, finishedAt } = found;
    const percent = bytes === 0 ? 0 : Math.floor((100 * bytesRead) / bytes);
    const until = finishedAt ?? this.clock.now();
    const seconds = startedAt ? (until.getTime() - startedAt.getTime()) / 1000 : 0;
    return { ...found, percent, rowsPerSecond: seconds > 0 ? Math.round(read / seconds) : null };
  }
}

async function* chunksOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of file) {
    parts.push(part);
    length += part.length;
    if (length < CHUNK) continue;
    yield Buffer.concat(parts);
    parts = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(parts);
}
